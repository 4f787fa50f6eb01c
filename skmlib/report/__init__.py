"""What a reader sees: results become blocks (tables, figures, text) that show themselves in HTML and in Typst.

This room does no arithmetic and reads no file. `markup` is the only module that makes markup; `blocks` is the door to
every block a notebook cell can return.
"""
