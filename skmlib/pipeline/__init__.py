"""How reports are made: files, processes and rendering.

`exporters` turns an executed notebook into the HTML and the PDF report; their looks stand in `templates/`.
"""
