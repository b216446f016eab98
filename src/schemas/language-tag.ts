/** A language, perhaps with a script, a country or region, and variants. */
export const LANGUAGE_TAG =
	/^[a-z]{2,3}(?:-[A-Z][a-z]{3})?(?:-(?:[A-Z]{2}|\d{3}))?(?:-(?:[a-z0-9]{5,8}|\d[a-z0-9]{3}))*$/;

/** Languages of Europe that `Intl` has no name for. */
export const UNNAMED: Record<string, string> = {
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

/** The English name of a language: `fr` → “French”; undefined if none is known, as of many in a browser. */
export const languageName = (tag: string): string | undefined => UNNAMED[tag] ?? names.of(tag);
