// What the search weighs with. Everything here may be changed without touching how it works; `npm run search-check`
// tells at once what a change does.

/**
 * Where a word stands in what names an entry, what it counts there, and what it adds if the name is found whole. The
 * order is part of the index.
 */
export const fields = [
	/** What the entry is called. */
	{ name: 'title', weight: 10, whole: 6 },
	/** Local names, acronyms, codes of countries, hosts of websites. */
	{ name: 'alias', weight: 9, whole: 5.2 },
	/** What editors wrote under “Also found by”, and the parts of a label such as “Food and farming”. */
	{ name: 'keyword', weight: 8.5, whole: 4.8 },
	/** Town and region. */
	{ name: 'place', weight: 7, whole: 2.6 },
	/** Towns, regions and countries in other languages. */
	{ name: 'exonym', weight: 6.5, whole: 2.5 },
	/** Day, month and year of something that happened. */
	{ name: 'date', weight: 6, whole: 2.6 },
	/** Headings of a text. */
	{ name: 'heading', weight: 5, whole: 2.4 },
] as const;
export type FieldName = (typeof fields)[number]['name'];

/** A mention in a text: once, more often, often. */
export const textWeights = [2.2, 2.6, 3, 3.3] as const;

/** A profile that lies in a country that was asked for. */
export const COUNTRY_WEIGHT = 3;

/** How well a word fits the word asked for. */
export const fits = {
	same: 1,
	/** Another form: “clusters” for “cluster”. */
	stem: 0.95,
	/** A word that begins with it: from this, and the more of it was typed the nearer to the second. */
	prefix: [0.5, 0.9],
	/** Two words that were asked for, in one: “bluecity” for “blue city”; or one that stands in two. */
	joined: 0.95,
	/** With one error, with two. */
	errors: [0.75, 0.6],
} as const;

/** From so many letters on a word may have one error, or two. Short words are all too near to each other. */
export const errorsFrom = { one: 5, two: 9, anagram: 6 } as const;
/** The same for keywords, headings, names of places in other languages, and two words in one. */
export const errorsInOtherNamesFrom = { one: 7, two: 10, anagram: 7 } as const;
/** The same for words that stand in texts alone: there are so many that chance finds one. */
export const errorsInTextsFrom = { one: 6, two: 10, anagram: 7 } as const;

/** What a name that is found whole counts beside a query that asks for more, such as “how old is Mondragon”. */
export const WHOLE_BESIDE_MORE = 0.35;

/**
 * An entry is a result if it holds at least so much of what is known of what was asked, each word by its rarity. If no
 * entry does, those that hold most are shown.
 */
export const RESULT_SHARE = 0.6;

/** If less than this share of what was asked for is known at all, nothing is shown. */
export const KNOWN_SHARE = 1 / 3;

/** Kinds of results, in the order of their chips, and what a kind counts where all else is equal. */
export const kinds = {
	profile: { label: 'Clusters', one: 'Cluster', factor: 1 },
	list: { label: 'Lists of clusters', one: 'List', factor: 1.06 },
	guide: { label: 'Guide', one: 'Guide', factor: 1.05 },
	page: { label: 'Pages', one: 'Page', factor: 1.04 },
	update: { label: 'Updates', one: 'Update', factor: 0.98 },
	meeting: { label: 'Meetings', one: 'Meeting', factor: 0.97 },
	view: { label: 'Have your say', one: 'Have your say', factor: 0.98 },
	member: { label: 'Members of GECES', one: 'Member of GECES', factor: 0.96 },
	term: { label: 'Words', one: 'Word', factor: 0.95 },
	step: { label: 'Timeline', one: 'Timeline', factor: 0.9 },
} as const;
export type Kind = keyof typeof kinds;

/** Words that say what somebody wants, and the kinds that answer it best. */
export const intents: readonly { words: readonly string[]; kinds: readonly Kind[]; factor: number }[] = [
	{ words: ['what', 'how', 'why', 'which', 'who', 'when', 'where', 'can'], kinds: ['guide', 'page'], factor: 1.15 },
	{
		words: ['mean', 'means', 'meaning', 'definition', 'define', 'translation', 'abbreviation', 'acronym'],
		kinds: ['term', 'guide'],
		factor: 1.4,
	},
	{ words: ['meeting', 'meetings'], kinds: ['meeting'], factor: 1.1 },
];

/** A name that is what was asked for to the letter, small words such as “are we a” too. */
export const LITERAL_BONUS = 1;

const split = (text: string) => new Set(text.trim().split(/\s+/));

/**
 * Words that carry sentences and say nothing by themselves, in the languages that readers write most. They are left out
 * of a question, unless it consists of nothing else. No word of two letters that is an acronym or a country of a
 * profile (“UK”, “IT”) may stand here.
 */
export const stopWords: ReadonlySet<string> = split(`
	a about after all also am an and any are as at be been being but by can could did do does each for from had has
	have he her here him his how i if in into is it its just me my myself us no not of off on one or our out over own she should so
	some such than that the their them then there these they this those through to too under until up very was we were
	what when where which while who whom whose why will with would you your
	le la les l un une des du de d et en au aux pour par sur dans que qui quoi est sont ou
	der die das dem den ein eine einer und oder von vom zu zur zum im am mit fur auf ist sind was wie wo
	el los las y o con por para del al es una uno
	il lo gli e di da della delle dei nel nella per che
	os as um uma do dos da em no na
	het een van voor op aan met te ten ter
	i w z na do och att av med til og af
`);

/** Words that say what the directory is about anyway, or that one wants to see it. They count next to nothing beside others. */
export const fillers: ReadonlySet<string> = split(`
	cluster clusters profile profiles directory list lists show find search looking tell give know please page pages
	mean means meaning definition define called based located near around region country countries
	example examples information info many much get there old founded big large number exist exists
	site website online web
`);

/** What a filler counts beside other words. */
export const FILLER_WEIGHT = 0.05;
