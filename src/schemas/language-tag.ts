/** A language, perhaps with a script, a country or region, and variants. */
export const LANGUAGE_TAG =
	/^[a-z]{2,3}(?:-[A-Z][a-z]{3})?(?:-(?:[A-Z]{2}|\d{3}))?(?:-(?:[a-z0-9]{5,8}|\d[a-z0-9]{3}))*$/;

/** No language, no script, no country. */
const NOTHING = /^(?:mul|und|zxx)\b|-(?:Z[a-z]{3}|ZZ|X[AB]|QO)\b/;

/** Languages of Europe that `Intl` has no name for. */
const UNNAMED: Record<string, string> = {
	aae: 'Arbëresh',
	aat: 'Arvanitika',
	cim: 'Cimbrian',
	ckm: 'Chakavian',
	drt: 'Drents',
	eml: 'Emilian-Romagnol',
	fkv: 'Kven',
	gos: 'Gronings',
	ist: 'Istriot',
	kdr: 'Karaim',
	lld: 'Ladin',
	lud: 'Ludian',
	mhn: 'Mócheno',
	nrf: 'Norman',
	olo: 'Livvi',
	rmc: 'Carpathian Romani',
	rmf: 'Finnish Kalo',
	rml: 'Baltic Romani',
	rmn: 'Balkan Romani',
	rmo: 'Sinte Romani',
	rmw: 'Welsh Romani',
	ruo: 'Istro-Romanian',
	ruq: 'Megleno-Romanian',
	sdn: 'Gallurese',
	sje: 'Pite Sami',
	sju: 'Ume Sami',
	svm: 'Molise Slavic',
	swg: 'Swabian',
	sxu: 'Upper Saxon',
	twd: 'Twents',
	wym: 'Wymysorys',
};

const names = new Intl.DisplayNames('en-GB', { type: 'language', fallback: 'none' });

/** The English name of a language: `fr` → “French”; undefined if it is not known. */
export const languageName = (tag: string): string | undefined => UNNAMED[tag] ?? names.of(tag);

/** Why a language tag (BCP 47) names no language that is known, as a rule that is broken; undefined if it does. */
export function languageTagProblem(tag: string): string | undefined {
	if (NOTHING.test(tag) || languageName(tag) === undefined) return `“${tag}” is not the tag of a known language`;
	const [now = tag] = Intl.getCanonicalLocales(tag);
	// Some languages of three letters count as part of a larger one, and are tags all the same.
	const isPart = /^[a-z]{3}\b/.test(tag) && /^[a-z]{3}\b/.test(now);
	return now === tag || isPart ? undefined : `“${tag}” is not the tag in use: it is “${now}” today`;
}
