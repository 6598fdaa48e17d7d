"""Report pages: read and written without loss, refreshed from the source, their English kept (Law 2).

page      parse and write a page: write(parse(text)) == text for any text
marks     what a marker says of an English text, and what is true of it
merge     sync_page: an article and its old page → the new page
identity  which article belongs to which page, so that an ID never changes
fill      English of a machine into the places where there is none
"""
