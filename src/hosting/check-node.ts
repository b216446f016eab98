// Runs before every command. It must stay plain enough for old versions of Node to run or refuse at once.
const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
if (major < 22 || (major === 22 && minor < 12)) {
	console.error(
		`Node ${process.versions.node} is too old; this project needs 22.12 or newer. It brings Node 24 with it: run “npm ci” first, then start commands with “npm run”.`,
	);
	process.exit(1);
}
