"""Pages to site: a Python-Markdown extension, the data it reads, and the hook that calls the pipeline.

What a reader sees is made by :mod:`build_scripts.publish.extension` from Markdown and from
``.duizhao/site.json``; nothing here depends on MkDocs but :mod:`build_scripts.publish.hook`.
"""
