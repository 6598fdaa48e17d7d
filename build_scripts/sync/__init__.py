"""Report pages: read and written without loss, refreshed from the source, their English kept (Law 2).

page        parse and write a page: write(parse(text)) == text for any text
marks       what a marker says of an English text, and what is true of it
asides      what stands beside the English: exceptions and suggestions
differing   how the Chinese changed, for the person who mends the English
merge       sync_page: an article and its old page → the new page
identity    which article belongs to which page, so that an ID never changes
corpus      sync_corpus: all pages together
moving      English that follows its Chinese to another page
suggesting  English of the same or near Chinese, offered in a comment
fill        English of a machine into the places where there is none
writing     given English into named units
"""
