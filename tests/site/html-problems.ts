import { HtmlValidate } from 'html-validate';

const htmlValidate = new HtmlValidate({
	extends: ['html-validate:recommended'],
	rules: {
		// Prettier writes void elements as XHTML would; both are valid HTML.
		'void-style': 'off',
		'no-trailing-whitespace': 'off',
		// Titles hold names of any length; search engines cut them.
		'long-title': 'off',
		// A list without markers needs its role for VoiceOver.
		'no-redundant-role': 'off',
		// Boxes of one question share its name.
		'form-dup-name': ['error', { shared: ['radio', 'checkbox'] }],
		'prefer-native-element': ['error', { exclude: ['img', 'listbox', 'region'] }],
	},
});

/** What is no valid HTML in a page, a line for each. */
export async function htmlProblemsOf(html: string, file: string): Promise<string[]> {
	const { results } = await htmlValidate.validateString(html, file);
	return results.flatMap(({ messages }) =>
		messages.map(({ ruleId, message, line }) => `${line}: ${ruleId}: ${message}`),
	);
}
