import { expect, test } from 'vitest';
import { fileOf } from '../entries.ts';
import { messagesIn } from './content-folder.ts';

/** What an editor reads, in full, about a file. */
const rows: [description: string, file: string, text: string, message: string][] = [
	[
		'a day that no calendar has',
		'meetings/one.md',
		fileOf('meetings', { date: '2027-02-30' }),
		`meetings/one.md:3
  Date (date) "2027-02-30" is not a day of the calendar.
  → Write the day as year-month-day: 2027-03-31.`,
	],
	[
		'a summary that is too long',
		'clusters/one.md',
		fileOf('clusters', { summary: 'The cluster brings together many members of the area. '.repeat(5).trim() }),
		`clusters/one.md:3
  Summary (summary) "The cluster brings together many members of the area. The c… has more than 250 characters.
  → Shorten it to at most 250 characters.`,
	],
	[
		'a name that is missing',
		'organisations/one.yaml',
		fileOf('organisations', { name: undefined }),
		`organisations/one.yaml
  Name (name) is missing.
  → Add it; it must be text.`,
	],
	[
		'a seat out of no list',
		'organisations/one.yaml',
		fileOf('organisations', { kind: 'guest' }),
		`organisations/one.yaml:2
  Seat (kind) "guest" is not one of the choices.
  → Use one of: private, public, observer.`,
	],
	[
		'a number where text is wanted',
		'terms/one.yaml',
		fileOf('terms', { term: 2027 }),
		`terms/one.yaml:1
  Term (term) 2027 is not text.
  → Put quotation marks around it.`,
	],
	[
		'a misspelled field',
		'guide/one.md',
		fileOf('guide', { sumary: 'The answer.' }),
		`guide/one.md:8
  sumary is a field that nobody knows.
  → Correct its spelling, or remove it.`,
	],
	[
		'an address in a list that is no address',
		'milestones/one.yaml',
		fileOf('milestones', { sources: [{ title: 'A page', url: 'example.org' }] }),
		`milestones/one.yaml:4
  Sources › Address (sources[0].url) "example.org" is not a web address.
  → Write the full address, starting with https://.`,
	],
	[
		'latitude and longitude swapped',
		'clusters/one.md',
		fileOf('clusters', { position: { latitude: 5.57, longitude: 50.64, precision: 'town' }, country: 'BE' }),
		`clusters/one.md:9
  Position (position) (5.57, 50.64) lies outside Belgium.
  → Latitude and longitude are swapped: exchange them.`,
	],
	[
		'a call that closes before it opens',
		'calls/one.md',
		fileOf('calls', { opensOn: '2027-04-01' }),
		`calls/one.md:5
  Closes on (closesOn) 2027-03-31 lies before the opening day 2027-04-01.
  → Choose a closing day after the opening day.`,
	],
	[
		'a picture from elsewhere in the text',
		'guide/one.md',
		fileOf('guide', {}, '![A house](https://example.org/a-house.jpg)\n'),
		`guide/one.md:9
  The text shows a picture that is not in content/assets/: https://example.org/a-house.jpg.
  → Put the picture there and write ![description](../assets/name.jpg).`,
	],
];

test.each(rows)('the message about %s', (_description, file, text, message) => {
	expect(messagesIn({ [file]: text })).toEqual([message]);
});
