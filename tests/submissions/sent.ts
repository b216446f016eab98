/** A proposal with all that must be answered, as a browser sends it. */
export const sentProposal: Record<string, unknown> = {
	name: 'A hub',
	country: 'FR',
	summary: 'What it is, and where.',
	kind: 'csei',
	themes: 'food',
	source: 'https://www.example.org/page',
	consent: 'yes',
};

/** A correction of the profile “hub”, as a browser sends it. */
export const sentCorrection: Record<string, unknown> = {
	cluster: 'https://clusters.example.org/clusters/hub/',
	field: 'founded',
	proposed: '2016',
	source: 'https://www.example.org/other',
	note: 'Their statutes say so.',
	consent: 'yes',
};
