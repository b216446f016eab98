import { countries, type CountryCode } from '../schemas/countries.ts';
import { keysOf } from '../schemas/keys-of.ts';

/** The languages that the names of countries are known in: those of the EU, and others of the countries of the list. */
const LANGUAGES = [
	...['bg', 'cs', 'da', 'de', 'el', 'en', 'es', 'et', 'fi', 'fr', 'ga', 'hr', 'hu', 'it', 'lt', 'lv', 'mt', 'nl'],
	...['pl', 'pt', 'ro', 'sk', 'sl', 'sv'],
	...['bs', 'ca', 'cy', 'eu', 'gl', 'is', 'lb', 'mk', 'nb', 'rm', 'sq', 'sr', 'sr-Latn', 'tr', 'uk'],
];

const displayNames = LANGUAGES.map((language) => new Intl.DisplayNames(language, { type: 'region', fallback: 'none' }));

/** The names of a country in the languages of Europe, each once. */
export const namesOfCountry = (code: CountryCode): string[] => [
	...new Set(displayNames.flatMap((names) => names.of(code) ?? [])),
];

/** All countries of the list. */
export const countryCodes = keysOf(countries);
