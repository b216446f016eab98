import { one } from '../dom.client.ts';

const form = one<HTMLFormElement>('#digest');
// Asked for before the button is pressed: some browsers let copy only what is there then.
const text = fetch(form.action).then((response) => response.text());

async function copy(): Promise<void> {
	try {
		await navigator.clipboard.writeText(await text);
		one('[role="status"]', form).textContent = 'Copied as plain text.';
	} catch {
		form.submit();
	}
}

form.addEventListener('submit', (event) => {
	event.preventDefault();
	void copy();
});
