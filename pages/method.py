"""How the register is made: what is counted and what each word means, how sure it is, and what is missing."""

from widgets.method import agreement, codebook, coverage, holdings, judgements, suggestions
from widgets.method.opening import contents, opening
from widgets.parts import prose
from widgets.parts.view import current

view = current()
prose.style("method")
opening(view)
contents(view)
codebook.units(view)
codebook.ledgers(view)
codebook.force(view)
codebook.precision(view)
codebook.standing(view)
codebook.evidence(view)
codebook.lineage(view)
codebook.gaps(view)
codebook.numbers(view)
coverage.show(view)
agreement.show(view)
judgements.show(view)
agreement.doubts(view)
suggestions.show(view)
codebook.vocabulary(view)
holdings.unfound(view)
holdings.cite(view)
holdings.downloads(view)
