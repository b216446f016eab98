import { expect, test } from 'vitest';
import { tieFinder, type TiedCluster } from '../../src/model/ties.ts';

type Relations = TiedCluster['data']['relations'];

const cluster = (id: string, relations?: Relations): TiedCluster => ({
	id,
	data: { name: id.toUpperCase(), ...(relations ? { relations } : {}) },
});

const tiesOf = (of: Relations, other: Relations) => {
	const clusters = [cluster('one', of), cluster('two', other)];
	return tieFinder(clusters)(clusters[0] ?? cluster('one')).map(
		({ words, name, isPart }) => `ONE ${words} ${name}${isPart ? ', which takes part' : ''}`,
	);
};

const rows: [stated: NonNullable<Relations>[number]['kind'], here: string, there: string][] = [
	['part-of', 'ONE is part of TWO', 'ONE includes TWO, which takes part'],
	['has-part', 'ONE includes TWO, which takes part', 'ONE is part of TWO'],
	['member-of', 'ONE is a member of TWO', 'ONE has as a member TWO, which takes part'],
	['partner', 'ONE is a partner of TWO', 'ONE is a partner of TWO'],
	['succeeded-by', 'ONE was succeeded by TWO', 'ONE took over from TWO'],
	['grew-from', 'ONE grew from TWO', 'ONE led to TWO'],
];

test.each(rows)('a tie shows on both pages, each from its side: %s', (kind, here, there) => {
	expect(tiesOf([{ cluster: 'two', kind }], undefined)).toEqual([here]);
	expect(tiesOf(undefined, [{ cluster: 'one', kind }])).toEqual([there]);
});

test('a tie that both state shows once, as the page itself has it', () => {
	expect(tiesOf([{ cluster: 'two', kind: 'has-part' }], [{ cluster: 'one', kind: 'member-of' }])).toEqual([
		'ONE includes TWO, which takes part',
	]);
});

test('a profile of which nobody says anything has no ties', () => {
	expect(tiesOf(undefined, [{ cluster: 'three', kind: 'partner' }])).toEqual([]);
});

test('a tie to a profile that is not there yet shows its slug', () => {
	const [tie] = tieFinder([])(cluster('one', [{ cluster: 'two', kind: 'partner', note: 'Since 2020.' }]));
	expect(tie).toMatchObject({ name: 'two', note: 'Since 2020.' });
});
