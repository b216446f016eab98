import { expect, test } from 'vitest';
import { fold } from '../../src/formats/fold.ts';

test.each([
	['Łódź', 'lodz'],
	['København', 'kobenhavn'],
	['Pôle Territorial de Coopération Économique', 'pole territorial de cooperation economique'],
	['Großräschen', 'grossraschen'],
	['GROẞRÄSCHEN', 'grossraschen'],
	['Œuvre', 'oeuvre'],
	['Ærø', 'aero'],
	['Đakovo', 'dakovo'],
	['Borgarfjörður', 'borgarfjordur'],
	['Þórshöfn', 'thorshofn'],
	['Diyarbakır', 'diyarbakir'],
	['İstanbul', 'istanbul'],
	['Țară și câmp', 'tara si camp'],
	['Příští', 'pristi'],
	['Kūldīga', 'kuldiga'],
	['Vägen ut', 'vagen ut'],
	['L’économie', "l'economie"],
	['Għaqda', 'ghaqda'],
	['Ŋuŋŋa', 'nunna'],
	['Ŧáŧ', 'tat'],
	['Ĳsselstein', 'ijsselstein'],
	['Ǆep', 'dzep'],
	['Paraŀlel', 'parallel'],
	['Ǥuǯe', 'guze'],
	['Bakı, Gəncə', 'baki, gence'],
])('somebody without accents types %s as %s', (text, typed) => {
	expect(fold(text)).toBe(typed);
});

test.each([
	['Greek', 'Αθήνα', 'αθηνα'],
	['Bulgarian', 'София', 'софия'],
])('%s keeps its letters', (_language, text, folded) => {
	expect(fold(text)).toBe(folded);
});

test('an accent counts as none whether it is part of its letter or stands after it', () => {
	expect([fold('\u00e9cole'), fold('e\u0301cole')]).toEqual(['ecole', 'ecole']);
});

test.each([
	['plain words', 'a plain text, with 3 numbers & signs'],
	['a straight apostrophe', "l'ecole"],
	['nothing', ''],
])('what needs no folding stays as it is: %s', (_description, text) => {
	expect(fold(text)).toBe(text);
});

test('folding twice changes nothing', () => {
	const once = fold('Łódź, København, Großräschen, L’Œuvre, İstanbul');
	expect(fold(once)).toBe(once);
});

test('every letter of an official language of Europe in Latin script is typed with letters of English', () => {
	const letters =
		'àáâãäåāăąæçćċčďðđèéêëēĕėęěğġģħìíîïīįıĳķľĺļłŀñńņňŋòóôõöøōőœŕřśşšșßţťțŧùúûüūůűųŵýÿŷźżžþəǥǧǩǯʒǆǉǌỳẁẃẅḃḋḟġṁṗṡṫĉĝĥĵŝŭ';
	expect(letters.split('').filter((letter) => !/^[a-z]+$/.test(fold(letter)))).toEqual([]);
	expect(
		letters
			.toUpperCase()
			.split('')
			.filter((letter) => !/^[a-z]+$/.test(fold(letter))),
	).toEqual([]);
});
