/** @type {import('stylelint').Config} */
export default {
	extends: ['stylelint-config-standard', 'stylelint-config-html/astro'],
	rules: {
		'declaration-no-important': true,
		'selector-max-id': 0,
		'color-no-hex': true,
		'color-named': ['never', { ignore: ['inside-function'] }],
		// Only logical properties: the other half of the world reads from right to left.
		'property-disallowed-list': [
			'/^(margin|padding|border)-(top|right|bottom|left)/',
			'width',
			'height',
			'top',
			'right',
			'bottom',
			'left',
		],
		'custom-property-empty-line-before': null,
		'selector-pseudo-class-no-unknown': [true, { ignorePseudoClasses: ['global'] }],
		'no-descending-specificity': null,
		'value-keyword-case': ['lower', { ignoreKeywords: ['currentColor'] }],
	},
	overrides: [
		{ files: ['src/styles/tokens.css'], rules: { 'color-no-hex': null } },
		{ files: ['src/styles/base.css'], rules: { 'color-named': null } },
	],
};
