// Runs before every command. Plain JavaScript, so that old versions of Node can run it and say what is wrong.
const [major, minor] = process.versions.node.split('.').map(Number);
if (major < 22 || (major === 22 && minor < 18)) {
	console.error(
		`Node ${process.versions.node} is too old; this project needs 22.18 or newer. It brings Node 24 with it: run “npm ci” first, then start commands with “npm run”.`,
	);
	process.exit(1);
}
