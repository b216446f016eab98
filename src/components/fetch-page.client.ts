import { LoadError } from '../search/fetch-json.client.ts';

/**
 * A page of this site as a document, to take parts of it. Undefined if there is no such page; throws `LoadError` if it
 * cannot be reached. Trusted Types let no text become HTML; a document that the browser itself received is none.
 */
export function fetchPage(address: string): Promise<Document | undefined> {
	return new Promise((done, fail) => {
		const request = new XMLHttpRequest();
		request.open('GET', address);
		request.responseType = 'document';
		request.onload = () => {
			if (request.status === 404) done(undefined);
			else if (request.status === 200 && request.responseXML) done(request.responseXML);
			else fail(new LoadError(`${address} answered ${request.status}.`));
		};
		request.onerror = () => {
			fail(new LoadError(`${address} could not be reached.`));
		};
		request.send();
	});
}
