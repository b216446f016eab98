const READ = String.raw`(?:read|in hand|consulted|found|seen|used|we have|available)`;
const PAPER = String.raw`(?:sources?|texts?|pages?|articles?|records?|excerpts?|documents?|archives?)`;

/** What tells of our own reading, finding and not knowing. The subject of a page never does any of it. */
const PATTERNS: readonly RegExp[] = [
	// What was not read, and what was.
	new RegExp(String.raw`\b(?:the|our|these|those|other|no) (?:\w+ )?${PAPER} (?:that )?(?:we )?${READ}\b`, 'i'),
	new RegExp(
		String.raw`\b(?:our|the) (?:\w+ )?${PAPER} (?:do|does|did|could|can) not (?:say|show|tell|report|name|give|state|mention|settle|explain|contain)`,
		'i',
	),
	new RegExp(String.raw`\b(?:our|the) (?:newest|first|last|only) (?:\w+ )?${PAPER}\b`, 'i'),
	new RegExp(String.raw`\bour (?:own )?(?:sources?|records?|research record|excerpts?)\b`, 'i'),
	new RegExp(
		String.raw`\b(?:sources?|texts?|articles?) (?:says?|shows?|tells?|reports?|names?|gives?|contains?|states?) (?:no|nothing|neither|nobody)\b`,
		'i',
	),
	new RegExp(
		String.raw`\bno (?:${PAPER}) (?:says?|shows?|tells?|reports?|names?|gives?|states?|mentions?|explains?)\b`,
		'i',
	),
	/\bas far as (?:the|our|these|we|it|is|one)\b/i,
	// What is not known.
	/\b(?:is|are|was|were|remains?|stays?) (?:not|un)(?: yet)? ?(?:known|clear|settled|certain|recorded|documented)\b/i,
	/\b(?:unknown|not known) (?:how|what|when|whether|which|who|why|where)\b/i,
	/\bnothing (?:more|else|further) (?:was|is|has been|could be) (?:found|known|read|said)\b/i,
	/\b(?:could|can) not be (?:found|checked|read|confirmed|established|dated|verified)\b/i,
	/\bno (?:exact )?(?:figure|number|date|day|year|count)s? (?:is|are|was|were) (?:given|named|known|found|stated|at hand)\b/i,
	/\bwe (?:do|did|could|can|have|had)(?: not|n’t|n't| no\b)(?! publish| store| need| ask| take| use| decide| keep| set)/i,
	/\bso neither do we\b/i,
	/\bhas no date\b|\bgives? no (?:year|date|exact number)\b/i,
	// How it was written.
	/\bthis (?:page|summary|profile|text) (?:expresses|takes|does not|rests on|was written)\b/i,
	/\bthe pin (?:on the map )?(?:marks|stands)\b/i,
	/\bwritten from our\b|\bstored cop(?:y|ies)\b/i,
	/\bshould not be read as\b/i,
	/\bnothing (?:has been |was |yet )?received\b/i,
	/\bsays? what is (?:undated|unknown|not known)\b/i,
];

/** The sentences of a text that tell of doubt or of method, in place of the matter. */
export const sentencesOfDoubt = (text: string): string[] =>
	text.split(/(?<=[.!?:;])\s+/).filter((sentence) => PATTERNS.some((pattern) => pattern.test(sentence)));
