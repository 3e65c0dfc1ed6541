"""Reading of plans from the files of their acts: .docx, .pdf, .txt, .html.

`read.read_plan` is the entry point; a file that holds no plan raises `refusal.ReadingRefused`.
"""
