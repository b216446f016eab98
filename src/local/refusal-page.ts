/** A page that says why something was not accepted, and what to do. Its sentence holds nothing that was sent. */
export const refusalPage = (sentence: string): string => `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>Not sent</title>
<h1>This was not sent</h1>
<p>${sentence}</p>
<p>Go back with your browser; what you wrote is still in the form.</p>
</html>
`;
