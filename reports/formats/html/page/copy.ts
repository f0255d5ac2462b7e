/** Puts the text beside a button into the clipboard, and says so on the button. */
export async function copyBeside(button: HTMLButtonElement): Promise<void> {
  const text = button.parentElement?.querySelector('pre')?.textContent ?? '';
  try {
    await navigator.clipboard.writeText(text);
    button.textContent = 'Copied';
  } catch {
    // Some browsers give a page from a file no clipboard. Then the reader copies what is selected.
    const pre = button.parentElement?.querySelector('pre');
    if (pre) getSelection()?.selectAllChildren(pre);
    button.textContent = 'Selected: press Ctrl+C';
  }
}
