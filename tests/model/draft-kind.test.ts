import { expect, test } from 'vitest';
import { kindOfDraft } from '../../src/model/draft-kind.ts';
import { correctedProfile, proposedFields } from '../../src/submissions/to-draft.ts';
import { readEntryFile, writeEntryFile } from '../../src/files/entry-file.ts';
import { fieldsOf } from '../entries.ts';

const sent = { name: 'A hub', country: 'PT', founded: 2016, source: 'https://hub.example/about' } as const;

test('a proposal is told from a profile that an editor begins', () => {
	expect(kindOfDraft('clusters', undefined, proposedFields(sent))).toEqual({
		kind: 'proposal',
		words: 'Proposal, sent without the name of an organisation',
	});
	expect(kindOfDraft('clusters', undefined, proposedFields({ ...sent, proposedBy: 'A network' }))).toEqual({
		kind: 'proposal',
		words: 'Proposal from A network',
	});
	expect(kindOfDraft('clusters', undefined, { name: 'A hub' })).toEqual({ kind: 'new', words: 'New profile' });
	expect(kindOfDraft('updates', undefined, { title: 'News' })).toEqual({ kind: 'new', words: 'New update' });
});

test('a correction says what it corrects, and an edit is none', () => {
	const before = fieldsOf('clusters', { founded: 2017 });
	const correction = {
		cluster: 'hub',
		field: 'founded',
		proposed: '2016',
		source: 'https://hub.example/about',
		consent: true,
	};
	const { text, problem } = correctedProfile(
		correction as unknown as Parameters<typeof correctedProfile>[0],
		writeEntryFile('clusters', before),
		'2027-06-03',
	);
	expect(problem).toBeUndefined();
	const after = readEntryFile('clusters', text ?? '').data ?? {};
	expect(kindOfDraft('clusters', before, after)).toEqual({
		kind: 'correction',
		words: 'Correction: Founded 2017 → 2016',
	});
	expect(kindOfDraft('clusters', after, { ...after, acronym: 'HUB' })).toEqual({ kind: 'edit', words: 'Edit' });
});
