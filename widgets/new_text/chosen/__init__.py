"""What a coder chooses: their choice as this session has it, kept after every change (`mine`); the fields that go at once into it
(`fields`), with what is missing in them (`lacks`); the codebook beside them (`meanings`); the words that are taken from a provision
(`marking`); one commitment (`unit`) and all of a provision (`provision`); and how a choice is drawn beside another one (`laid`).

Open to others: fields, lacks, laid, marking, meanings, mine, provision.
May import: models/keeping, models/records, models/texts/suggesting/clauses, models/writing/works, widgets/parts, streamlit.
"""
