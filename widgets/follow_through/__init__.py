"""The page Follow-through: the secretariat's queues (`desk`), and adding a note (`form`) for who may (`permission`).

May import: widgets/parts and widgets/frame.
"""
