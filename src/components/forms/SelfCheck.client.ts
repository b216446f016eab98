import { capital, formatList } from '../../formats/text.ts';
import { assess, checkQuestions, definitions, type Assessment } from '../../model/self-check.ts';
import { rowsNear } from '../../search/rows-near.ts';
import { element, one } from '../dom.client.ts';
import { loadCard, loadColumns } from '../finder/list-files.client.ts';

// Judges the answers in the browser as soon as there are ten, and shows profiles near a country and theme.

const form = one('[data-self-check]');
const near = one('[data-near]');
const examples = one('[data-examples]');
const status = one('[data-check-status]');
const answer = one('[data-judgement]');
const EXAMPLES_MAX = 3;

const fits: Record<Assessment['fit'], string> = { yes: 'Yes', nearly: 'Nearly', 'not-yet': 'Not, or not yet' };

/** What follows from one definition, the answer itself in large type. */
function toVerdict({ definition, fit, missing }: Assessment): HTMLElement {
	const marks = formatList(missing.map(({ mark }) => mark));
	return element(
		'div',
		{},
		element('h3', { className: 'by' }, `By ${definitions[definition].label}`),
		element('p', { className: 'fit' }, fits[fit]),
		element('p', {}, missing.length === 0 ? 'You have all its marks.' : `What is missing: ${marks}.`),
	);
}

function showVerdict(yes: ReadonlySet<string>): void {
	const assessments = assess(yes);
	const missing = new Set(assessments.flatMap((assessment) => assessment.missing));
	const hints = [...missing].map(({ mark, hint }) =>
		element('li', {}, element('b', {}, `${capital(mark)}.`), ` ${hint}`),
	);
	one('[data-verdict]', answer).replaceChildren(
		element('div', { className: 'grid' }, ...assessments.map(toVerdict)),
		...(hints.length > 0 ? [element('ul', {}, ...hints)] : []),
	);
	const isNear = assessments.some(({ fit }) => fit !== 'not-yet');
	for (const step of answer.querySelectorAll<HTMLElement>('[data-step]'))
		step.hidden = (step.dataset['step'] === 'near') !== isNear;
	answer.hidden = false;
}

let showing = 0;

async function showExamples(): Promise<void> {
	const turn = ++showing;
	const wanted = [...near.querySelectorAll('select')].map(
		(select) => [select.dataset['facet'] ?? '', select.value] as const,
	);
	const rows = rowsNear(await loadColumns(), wanted, EXAMPLES_MAX);
	const cards = await Promise.all(rows.map(loadCard));
	// Of two choices made one after the other, the first may be answered last.
	if (turn !== showing) return;
	for (const card of cards) card.querySelector('label')?.remove();
	examples.replaceChildren(...cards.map((card) => element('li', {}, card)));
}

function show(): void {
	const checked = [...form.querySelectorAll<HTMLInputElement>('input:checked')];
	const given = new Map(checked.map(({ name, value }) => [name, value]));
	const isWhole = given.size === checkQuestions.length;
	if (isWhole) status.replaceChildren('All answered. ', element('a', { href: '#answer' }, 'See the answer'));
	else status.textContent = `${given.size} of ${checkQuestions.length} answered.`;
	if (isWhole) showVerdict(new Set([...given].flatMap(([name, value]) => (value === 'yes' ? [name] : []))));
}

form.addEventListener('change', show);
near.addEventListener('change', () => {
	showExamples().catch(() => {
		examples.replaceChildren('They could not be loaded. Check the connection, and choose again.');
	});
});
