import { fetchFile } from '../../search/fetch-json.client.ts';
import { one } from '../dom.client.ts';

const form = one<HTMLFormElement>('#digest');
// Asked for before the button is pressed: some browsers let copy only what is there then.
const text = fetchFile(form.action)
	.then((response) => response.text())
	.catch(() => undefined);

async function copy(): Promise<void> {
	const copied = await text;
	try {
		if (copied === undefined) throw new Error('The text could not be fetched.');
		await navigator.clipboard.writeText(copied);
		one('[role="status"]', form).textContent = 'Copied as plain text.';
	} catch {
		form.submit();
	}
}

form.addEventListener('submit', (event) => {
	event.preventDefault();
	void copy();
});
