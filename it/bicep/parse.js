// Parses the Bicep files that it is given, and fails with a line for each place where one is no Bicep.
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { Language, Parser } from "web-tree-sitter";

await Parser.init();
const grammar = fileURLToPath(import.meta.resolve("tree-sitter-bicep/tree-sitter-bicep.wasm"));
const parser = new Parser();
parser.setLanguage(await Language.load(grammar));

const mistakes = [];

function visit(node, file) {
  if (node.isError || node.isMissing) {
    const { row, column } = node.startPosition;
    mistakes.push(`${file}:${row + 1}:${column + 1}: ${node.isMissing ? `missing ${node.type}` : node.text}`);
  } else if (node.hasError) {
    node.children.forEach((child) => visit(child, file));
  }
}

const files = process.argv.slice(2);
for (const file of files) {
  visit(parser.parse(readFileSync(file, "utf8")).rootNode, file);
}
mistakes.forEach((mistake) => console.log(mistake));
console.log(`${files.length} files parsed`);
process.exitCode = mistakes.length === 0 ? 0 : 1;
