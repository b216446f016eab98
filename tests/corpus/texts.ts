/** Texts with one fault, and what is said of it. */
export const refused: [what: string, text: string, rule: string][] = [
	[
		'marks of a merge',
		'One.\n<<<<<<< HEAD\nTwo.\n=======\nThree.\n>>>>>>> draft\n',
		'The text has marks that git leaves where two versions differ',
	],
	['the end of such marks', 'Three.\n>>>>>>> draft\n', 'The text has marks that git leaves where two versions differ'],
	['a link without words', '[](/clusters/)', 'The text has a link without words, to “/clusters/”'],
	['a link of a blank', '[ ](/clusters/)', 'The text has a link without words, to “/clusters/”'],
	['a link of a sign that nobody sees', '[\u200b](/clusters/)', 'The text has a link without words, to “/clusters/”'],
	['the same as an entity', '[&#x200b;](/clusters/)', 'The text has a link without words, to “/clusters/”'],
	['a link of a wide blank', '[\u3000](/clusters/)', 'The text has a link without words, to “/clusters/”'],
	['a heading without words', '##', 'The text has a heading without words'],
	['a heading of blanks', '###   ##', 'The text has a heading without words'],
	['a heading of a sign that nobody sees', '## \u200b', 'The text has a heading without words'],
	['a heading of an entity that nobody sees', '## &nbsp;', 'The text has a heading without words'],
	[
		'seven lists in each other',
		`${'- '.repeat(7)}x`,
		'The text has lists or quotations in each other more than 6 deep',
	],
	['a hundred quotations', `${'> '.repeat(100)}x`, 'The text has lists or quotations in each other more than 6 deep'],
	['lists in quotations', `${'> - '.repeat(4)}x`, 'The text has lists or quotations in each other more than 6 deep'],
	['numbered lists', `${'1. '.repeat(7)}x`, 'The text has lists or quotations in each other more than 6 deep'],
	[
		'an address with a user before the host',
		'Write to https://euclidnetwork.eu@evil.example/ today.',
		'The text has an address that names a user before the host: https://euclidnetwork.eu@…',
	],
	[
		'the same in capitals',
		'HTTPS://EUCLIDNETWORK.EU@evil.example',
		'The text has an address that names a user before the host: HTTPS://EUCLIDNETWORK.EU@…',
	],
];

/** Texts that are fine. */
export const accepted: [what: string, text: string][] = [
	['six lists in each other', `${'- '.repeat(6)}x`],
	['many lists, one after the other', '- x\n\n1. y\n\n> z\n\n'.repeat(10)],
	['a link of code', '[`x`](/clusters/)'],
	['a link of emphasis', '[*x*](/clusters/)'],
	['a link of a sign', '[→](/clusters/)'],
	['a heading of code', '## `x`'],
	['a heading of a link', '## [x](/clusters/)'],
	['a name behind the host', 'https://x.example/@name'],
	['a mailbox', 'info@x.example'],
	['an address before a mailbox', 'https://x.example info@x.example'],
];
