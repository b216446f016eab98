/** The former slugs of an entry. */
export const aliasesOf = (data: object): string[] =>
	'aliases' in data && Array.isArray(data.aliases) ? data.aliases.filter((alias) => typeof alias === 'string') : [];
