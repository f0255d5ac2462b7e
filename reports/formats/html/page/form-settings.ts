type Control = HTMLInputElement | HTMLSelectElement;

function setControl(control: Control, values: readonly string[]): void {
  const { type, value } = control;
  if (control instanceof HTMLInputElement && (type === 'checkbox' || type === 'radio')) control.checked = values.includes(value);
  else control.value = values[0] ?? '';
}

/** The values that a control gives to its setting. */
function valuesIn(control: Control): readonly string[] {
  const { type, value } = control;
  const isOff = control instanceof HTMLInputElement && (type === 'checkbox' || type === 'radio') && !control.checked;
  return isOff ? [] : [value];
}

/** A reader can move controls, and the order of the page is that of the values. */
const inOrder = (a: Control, b: Control): number => (a.compareDocumentPosition(b) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1);

/** The settings of a form, for an address that holds only what differs from the defaults. */
export class FormSettings {
  readonly #controls: ReadonlyMap<string, readonly Control[]>;
  readonly #defaults: ReadonlyMap<string, readonly string[]>;

  /** The settings that the form has now are the defaults. */
  constructor(form: HTMLFormElement) {
    const controls = [...form.elements].filter(
      (element) => element instanceof HTMLInputElement || element instanceof HTMLSelectElement,
    );
    this.#controls = Map.groupBy(controls, ({ name }) => name);
    // What has no name is no setting.
    this.#defaults = new Map([...this.#controls.keys()].flatMap((name) => (name === '' ? [] : [[name, this.valuesOf(name)]])));
  }

  valuesOf(name: string): readonly string[] {
    return (this.#controls.get(name) ?? []).toSorted(inOrder).flatMap(valuesIn);
  }

  /** The one value of a setting; empty if it is off. */
  valueOf(name: string): string {
    return this.valuesOf(name)[0] ?? '';
  }

  /** Gives a setting these values. */
  set(name: string, values: readonly string[]): void {
    for (const control of this.#controls.get(name) ?? []) setControl(control, values);
  }

  /** The settings that differ from the defaults; one without any value is an empty text. */
  changed(): URLSearchParams {
    const changed = [...this.#defaults].flatMap(([name, defaults]) => {
      const values = this.valuesOf(name);
      if (values.join('\n') === defaults.join('\n')) return [];
      return values.length > 0 ? values.map((value) => [name, value]) : [[name, '']];
    });
    return new URLSearchParams(changed);
  }

  /** Sets what is given, and everything else to its default. */
  restore(settings: URLSearchParams): void {
    for (const [name, defaults] of this.#defaults) this.set(name, settings.has(name) ? settings.getAll(name) : defaults);
  }
}
