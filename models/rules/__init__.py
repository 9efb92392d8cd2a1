"""What must hold between records beyond their shape: the house rules. Each rule is a generator whose docstring is the rule.

`numbering` is about ids and their order, `quotes` about words that stand in a text, `languages` about our own sentences,
`forums` about editions and their texts, `coding` about force, precision and dates, `pledges` about mentions and their links,
`sources` about whose word a source is, `notes` about notes, evidence and measures, `judgements` about second judgements.
`alike` tells in which sign words differ that look the same. `walks` goes through all places for them, `faults` says what a rule yields,
`checking` puts the rules in force, and `dangling` takes out what leads to a record that is withheld.

Open to others: checking, dangling, faults, forums, notes, sources.
May import: models/records, models/reading, models/register.
"""
