import { describe, expect, test } from 'vitest';
import { entryOf, messageOf, messagesOf, mends, problemsOf, type BrokenEntry, type Fields } from '../entries.ts';

const everyField: Fields = {
	localNames: [{ name: 'Un cluster', language: 'fr', note: 'name until 2020' }],
	acronym: 'AC',
	stage: 'completed',
	founded: 2015,
	ended: 2020,
	carrier: { name: 'A house', legalForm: 'cooperative', localForm: 'SCIC' },
	region: 'Île-de-France',
	nuts: { code: 'FR10', version: '2024' },
	place: 'Paris',
	position: { latitude: 48.86, longitude: 2.35, precision: 'town' },
	scope: 'local',
	sectors: ['waste and reuse'],
	ecosystems: ['agri-food'],
	sdgs: ['sdg-8'],
	priorities: ['jobs-inclusion'],
	services: ['training'],
	activities: ['courses for members'],
	members: { total: 8, qualifier: 'about', counts: 'organisations', asOf: '2026-05', kinds: ['research'] },
	practice: { worked: 'One thing.', hard: 'Another.', copy: 'A third.' },
	labels: [{ name: 'A label', issuer: 'A ministry', on: '2014' }],
	relations: [{ cluster: 'another-cluster', kind: 'partner', note: 'since 2018' }],
	website: 'https://example.org/',
	mailbox: 'info@example.org',
	image: { file: 'a-house.jpg', alt: 'A house with a yard', credit: 'A. Body, CC BY 4.0' },
	sources: [
		{ title: 'A page', url: 'http://example.org/page', accessed: '2026-11-24', supports: ['members', 'body', 'image'] },
	],
	corrections: [{ on: '2026-11-25', field: 'place', from: 'Lyon', to: 'Paris', note: 'the cluster told us' }],
	proposedBy: 'An organisation',
	aliases: ['an-old-name'],
};

test('a profile with only the fields it must have passes', () => {
	expect(messagesOf('clusters')).toEqual([]);
});

test('a profile with every field filled in passes', () => {
	expect(messagesOf('clusters', everyField)).toEqual([]);
});

test('a profile keeps what its editor wrote', () => {
	expect(entryOf('clusters', everyField).data).toMatchObject(everyField);
});

describe('a profile is refused when', () => {
	const rows: BrokenEntry[] = [
		['its name is missing', { name: undefined }, 'Name (name) is missing', mends.addText],
		['its name is a number', { name: 2017 }, 'Name (name) 2017 is not text', mends.quote],
		[
			'its name has a line break',
			{ name: 'A\ncluster' },
			String.raw`Name (name) "A\ncluster" has a line break, or blanks at its ends`,
			mends.hint,
		],
		[
			'its name ends with a blank',
			{ name: 'A cluster ' },
			'Name (name) "A cluster " has a line break, or blanks at its ends',
			mends.hint,
		],
		['its summary is missing', { summary: undefined }, 'Summary (summary) is missing', mends.addText],
		[
			'its summary has 251 characters',
			{ summary: 'x'.repeat(251) },
			`Summary (summary) "${'x'.repeat(59)}… has more than 250 characters`,
			'Shorten it to at most 250 characters.',
		],
		[
			'its kind is none of ours',
			{ kind: 'network' },
			'Kind (kind) "network" is not one of the choices',
			'Use one of: csei, ptce, social-economy-cluster, impact-ecosystem, cooperative-network, district, other.',
		],
		[
			'its kind is missing',
			{ kind: undefined },
			'Kind (kind) is missing',
			'Use one of: csei, ptce, social-economy-cluster, impact-ecosystem, cooperative-network, district, other.',
		],
		[
			'its stage is none of ours',
			{ stage: 'running' },
			'Status (stage) "running" is not one of the choices',
			'Use one of: emerging, active, on-hold, completed, closed.',
		],
		[
			'its country is written with the code of NUTS',
			{ country: 'EL' },
			'Country (country) "EL" is not one of the choices',
			'Use one of: AL, AT, BE, BA, BG, HR, CY, CZ, DK, EE, FI, FR, DE, GR, HU, IS, IE, IT, LV, LI, LT, LU, MT, MD, ME, NL, MK, NO, PL, PT, RO, RS, SK, SI, ES, SE, CH, TR, UA, GB.',
		],
		['it has no theme', { themes: [] }, 'Themes (themes) has fewer than 1 item(s)', mends.fill],
		['its themes are not a list', { themes: 'food' }, 'Themes (themes) "food" is not a list', mends.giveList],
		[
			'one of its themes is none of ours',
			{ themes: ['food', 'foods'] },
			'Themes (themes[1]) "foods" is not one of the choices',
			'Use one of: work-integration, food, circular-economy, culture, care, education, environment, mobility, housing, tourism, making, trade, digital, finance, local-development, inclusion, enterprise-support, cross-sector.',
		],
		[
			'a theme stands twice in its list',
			{ themes: ['food', 'food'] },
			'Themes (themes) names the same thing twice',
			mends.correct,
		],
		[
			'it has six themes',
			{ themes: ['food', 'culture', 'care', 'housing', 'trade', 'digital'] },
			'Themes (themes) has more than 5 items',
			'Shorten it to at most 5 items.',
		],
		[
			'one of its services is none of ours',
			{ services: ['cooking'] },
			'What members share (services[0]) "cooking" is not one of the choices',
			'Use one of: pooled-resources, knowledge-exchange, shared-workspaces, group-purchasing, public-procurement, joint-tendering, training, shared-jobs, joint-projects, finance, incubation, advocacy.',
		],
		['a field is misspelled', { sumary: 'What it is.' }, 'sumary is a field that nobody knows', mends.spelling],
		[
			'it was founded in a fraction of a year',
			{ founded: 2015.5 },
			'Founded (founded) 2015.5 is not a whole number',
			mends.giveWholeNumber,
		],
		['its founding year is text', { founded: '2015' }, 'Founded (founded) "2015" is not a number', mends.unquote],
		[
			'it was founded before 1800',
			{ founded: 1799 },
			'Founded (founded) 1799 is less than 1800',
			'Give a number from 1800 up.',
		],
		[
			'it was founded after 2100',
			{ founded: 2101 },
			'Founded (founded) 2101 is more than 2100',
			'Give a number up to 2100.',
		],
		[
			'it ended before it was founded',
			{ founded: 2016, ended: 2015, stage: 'closed' },
			'Ended (ended) 2015 lies before the founding year 2016',
			'Correct one of the two years.',
		],
		[
			'it ended and is still active',
			{ ended: 2020, stage: 'active' },
			'Status (stage) does not fit an ended cluster (2020)',
			'Set the status to closed or completed, or remove the year it ended.',
		],
		[
			'it ended and has no stage',
			{ ended: 2020 },
			'Status (stage) does not fit an ended cluster (2020)',
			'Set the status to closed or completed, or remove the year it ended.',
		],
		[
			'its members are counted without a date',
			{ members: { total: 8 } },
			'Members › As of (members.asOf) is missing, yet there is a number of members',
			'Give the year or month of the number, or write undated.',
		],
		[
			'its members have a date without a number',
			{ members: { asOf: '2026' } },
			'Members › Number (members.total) is missing, yet it has a date',
			'Give the number, or remove its date.',
		],
		[
			'its members are counted in a year written as a number',
			{ members: { total: 8, asOf: 2026 } },
			'Members › As of (members.asOf) 2026 is not text',
			mends.quote,
		],
		[
			'its members are counted in a thirteenth month',
			{ members: { total: 8, asOf: '2026-13' } },
			'Members › As of (members.asOf) is a date that no calendar has',
			mends.correct,
		],
		[
			'it has fewer than no members',
			{ members: { total: -1, asOf: '2026' } },
			'Members › Number (members.total) -1 is less than 1',
			'Give a number from 1 up.',
		],
		[
			'its website is no full address',
			{ website: 'www.example.org' },
			'Website (website) "www.example.org" is not a web address',
			mends.address,
		],
		[
			'its website has one slash too few',
			{ website: 'http:/example.org' },
			'Website (website) "http:/example.org" is not a web address',
			mends.address,
		],
		[
			'its website runs a script',
			{ website: 'javascript:alert(1)//example.org' },
			'Website (website) "javascript:alert(1)//example.org" is not a web address',
			mends.address,
		],
		[
			'its mailbox is no address',
			{ mailbox: 'info at example.org' },
			'Mailbox (mailbox) "info at example.org" is not an e-mail address',
			'Write an address such as info@example.org.',
		],
		[
			'the language of a local name is a word',
			{ localNames: [{ name: 'Un cluster', language: 'French' }] },
			'Local names › Language (localNames[0].language) "French" is not a language tag',
			mends.hint,
		],
		[
			'its NUTS code is in small letters',
			{ nuts: { code: 'fr10', version: '2024' } },
			'EU region code › Code (nuts.code) "fr10" is not a NUTS code',
			mends.hint,
		],
		[
			'its NUTS code has an unknown version',
			{ nuts: { code: 'FR10', version: '2016' } },
			'EU region code › Version (nuts.version) "2016" is not one of the choices',
			'Use one of: 2021, 2024.',
		],
		[
			'its image has no description',
			{ image: { file: 'a-house.jpg', credit: 'A. Body' } },
			'Image › Description (image.alt) is missing',
			mends.addText,
		],
		[
			'its image has no credit',
			{ image: { file: 'a-house.jpg', alt: 'A house' } },
			'Image › Credit (image.credit) is missing',
			mends.addText,
		],
		[
			'its image lies outside content/assets/',
			{ image: { file: '../a-house.jpg', alt: 'A house', credit: 'A. Body' } },
			'Image › Picture (image.file) "../a-house.jpg" is not the name of a picture in content/assets/',
			mends.hint,
		],
		[
			'its image is a drawing that can hold scripts',
			{ image: { file: 'a-house.svg', alt: 'A house', credit: 'A. Body' } },
			'Image › Picture (image.file) "a-house.svg" is not the name of a picture in content/assets/',
			mends.hint,
		],
		['it has no source', { sources: [] }, 'Sources (sources) has fewer than 1 item(s)', mends.fill],
		[
			'a source supports nothing',
			{ sources: [{ title: 'A page', url: 'https://example.org/', supports: [] }] },
			'Sources › Supports (sources[0].supports) has fewer than 1 item(s)',
			mends.fill,
		],
		[
			'a source has no address',
			{ sources: [{ title: 'A page', supports: ['name'] }] },
			'Sources › Address (sources[0].url) is missing',
			mends.addText,
		],
		[
			'a source supports a field that nobody knows',
			{ sources: [{ title: 'A page', url: 'https://example.org/', supports: ['sumary'] }] },
			'Sources › Supports (sources[0].supports[0]) "sumary" is not one of the choices',
			'Use one of: name, localNames, acronym, summary, kind, stage, stageAsOf, founded, ended, carrier, country, region, nuts, place, position, scope, themes, sectors, ecosystems, sdgs, priorities, services, activities, members, practice, labels, relations, website, mailbox, image, body.',
		],
		[
			'a source supports a field that is empty',
			{ sources: [{ title: 'A page', url: 'https://example.org/', supports: ['name', 'place'] }] },
			'Sources › Supports (sources[0].supports) names “place”, which is empty here',
			'Fill in place, or take it off this list.',
		],
		[
			'its stage has a year, and is missing',
			{ stageAsOf: 2015 },
			'Status (stage) is missing, yet it has a year',
			'Give the status, or remove its year.',
		],
		[
			'its stage is of a year before any cluster',
			{ stage: 'active', stageAsOf: 1799 },
			'Status as of (stageAsOf) 1799 is less than 1800',
			'Give a number from 1800 up.',
		],
		[
			'a correction names a field that nobody knows',
			{ corrections: [{ on: '2026-11-25', field: 'town', from: 'Lyon', to: 'Paris' }] },
			'Corrections › Field (corrections[0].field) "town" is not one of the choices',
			'Use one of: name, localNames, acronym, summary, kind, stage, stageAsOf, founded, ended, carrier, country, region, nuts, place, position, scope, themes, sectors, ecosystems, sdgs, priorities, services, activities, members, practice, labels, relations, website, mailbox, image, body.',
		],
		['it was never checked', { check: undefined }, 'Last checked (check) is missing', mends.addGroup],
		[
			'a tie to another cluster is none of ours',
			{ relations: [{ cluster: 'another-cluster', kind: 'friend' }] },
			'Relations › Tie (relations[0].kind) "friend" is not one of the choices',
			'Use one of: part-of, has-part, member-of, partner, succeeded-by, grew-from.',
		],
		[
			'a tie names another cluster in capitals',
			{ relations: [{ cluster: 'Another Cluster', kind: 'partner' }] },
			'Relations › Cluster (relations[0].cluster) "Another Cluster" may have only small letters a to z, digits and single hyphens',
			mends.hint,
		],
		[
			'a label was given on a day that no calendar has',
			{ labels: [{ name: 'A label', issuer: 'A ministry', on: '2014-02-30' }] },
			'Labels › Date (labels[0].on) is a date that no calendar has',
			mends.correct,
		],
		[
			'a former slug stands twice in its list',
			{ aliases: ['old', 'old'] },
			'Former addresses (aliases) names the same thing twice',
			mends.correct,
		],
	];

	test.each(rows)('%s', (_description, changes, what, mend) => {
		expect(messagesOf('clusters', changes)).toEqual([messageOf('clusters', what, mend)]);
	});
});

test('an empty name is refused', () => {
	expect(messagesOf('clusters', { name: '' })).toContain(
		messageOf('clusters', 'Name (name) "" has fewer than 1 character(s)', mends.fill),
	);
});

describe('the day of a check is refused when', () => {
	const rows: [description: string, day: unknown, what: string, mend: string][] = [
		['it is in no calendar', '2027-02-30', '"2027-02-30" is not a day of the calendar', mends.day],
		['it starts with the day', '31.03.2027', '"31.03.2027" is not a day of the calendar', mends.day],
		['it is empty text', '', '"" is not a day of the calendar', mends.day],
		['it is February 29 of a common year', '2027-02-29', '"2027-02-29" is not a day of the calendar', mends.day],
		['it has a time of day', '2027-03-31T10:00:00Z', '"2027-03-31T10:00:00Z" is not a day of the calendar', mends.day],
		['it is a month', '2027-03', '"2027-03" is not a day of the calendar', mends.day],
		['it is left empty', null, 'is missing', mends.addText],
		['it is a number', 2027, '2027 is not text', mends.quote],
	];

	test.each(rows)('%s', (_description, on, what, mend) => {
		const check = { on, by: 'the editors', how: 'sources', against: 'The page listed.' };
		expect(messagesOf('clusters', { check })).toEqual([
			messageOf('clusters', `Last checked › Checked on (check.on) ${what}`, mend),
		]);
	});
});

describe('the position of a profile', () => {
	const at = (country: string, latitude: number, longitude: number) =>
		messagesOf('clusters', { country, position: { latitude, longitude, precision: 'town' } });

	test.each([
		['Paris lies in France', 'FR', 48.86, 2.35],
		['Saint-Denis on La Réunion lies in France', 'FR', -20.88, 55.45],
		['Cayenne lies in France', 'FR', 4.94, -52.33],
		['Las Palmas lies in Spain', 'ES', 28.12, -15.43],
		['Ponta Delgada lies in Portugal', 'PT', 37.74, -25.67],
		['Valletta lies in Malta', 'MT', 35.9, 14.51],
		['Mariehamn lies in Finland', 'FI', 60.1, 19.94],
		['Ceuta lies in Spain', 'ES', 35.89, -5.31],
		['Marigot lies in France', 'FR', 18.07, -63.08],
		['Simferopol lies in Ukraine', 'UA', 44.95, 34.1],
	])('is accepted: %s', (_description, country, latitude, longitude) => {
		expect(at(country, latitude, longitude)).toEqual([]);
	});

	test('is refused outside its country', () => {
		expect(at('FR', 52.52, 13.4)).toEqual([
			messageOf(
				'clusters',
				'Position (position) (52.52, 13.4) lies outside France',
				'It lies in Germany. Correct the position or the country.',
			),
		]);
	});

	test('is refused with latitude and longitude swapped, and the message says so', () => {
		expect(at('FR', 2.35, 48.86)).toEqual([
			messageOf(
				'clusters',
				'Position (position) (2.35, 48.86) lies outside France',
				'Latitude and longitude are swapped: exchange them.',
			),
		]);
	});

	test('is refused with its sign turned, and the message says so', () => {
		expect(at('ES', 40.42, 3.7)).toEqual([
			messageOf(
				'clusters',
				'Position (position) (40.42, 3.7) lies outside Spain',
				'The sign of longitude is turned: write (40.42, -3.7).',
			),
		]);
	});

	test('is refused beyond the pole', () => {
		expect(at('FR', 91, 2.35)).toContain(
			messageOf('clusters', 'Position › Latitude (position.latitude) 91 is more than 90', 'Give a number up to 90.'),
		);
	});

	test('is refused without saying what the point stands for', () => {
		expect(messagesOf('clusters', { position: { latitude: 48.86, longitude: 2.35 } })).toEqual([
			messageOf('clusters', 'Position › Precision (position.precision) is missing', 'Use one of: address, town, area.'),
		]);
	});
});

describe('a profile passes when', () => {
	const rows: [description: string, changes: Fields][] = [
		['its summary has 250 characters', { summary: 'x'.repeat(250) }],
		['it has five themes', { themes: ['food', 'culture', 'care', 'housing', 'trade'] }],
		['it was founded and ended in one year', { founded: 2016, ended: 2016, stage: 'closed' }],
		['it ended as a completed project', { ended: 2020, stage: 'completed' }],
		['its members are counted and undated', { members: { total: 8, asOf: 'undated' } }],
		['it says who takes part without a number', { members: { kinds: ['research'] } }],
		['its website has no encryption', { website: 'http://example.org/' }],
		['a local name has a script', { localNames: [{ name: 'Кластер', language: 'sr-Cyrl' }] }],
	];

	test.each(rows)('%s', (_description, changes) => {
		expect(messagesOf('clusters', changes)).toEqual([]);
	});
});

test.each(['fr-12', 'en-GB-US', 'fr-abc-def'])('a language tag that no page can name is refused: %s', (language) => {
	const problems = problemsOf('clusters', { localNames: [{ name: 'Un cluster', language }] });
	expect(problems.map(({ field }) => field)).toEqual(['localNames[0].language']);
});
