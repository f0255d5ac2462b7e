/** A form whose settings stand in the address, as far as they differ from those it came with. */
export interface FormInHash {
  /** What differs from the default. */
  readonly changed: () => URLSearchParams;
  readonly restore: (params: URLSearchParams) => void;
  readonly valuesOf: (name: string) => readonly string[];
}

/** Runs in the browser; must not refer to anything outside itself. */
export function formInHash(form: HTMLFormElement): FormInHash {
  const controls = [...form.elements].filter(
    (element) => element instanceof HTMLInputElement || element instanceof HTMLSelectElement,
  );
  const names = [...new Set(controls.map(({ name }) => name))];
  const valuesOf = (name: string): readonly string[] => new FormData(form).getAll(name).map(String);
  const defaults = new Map(names.map((name) => [name, valuesOf(name)]));
  const isDefault = (name: string): boolean => JSON.stringify(valuesOf(name)) === JSON.stringify(defaults.get(name));

  return {
    valuesOf,
    changed: () => {
      const changed = names.filter((name) => !isDefault(name));
      return new URLSearchParams(
        changed.flatMap((name) => (valuesOf(name).length > 0 ? valuesOf(name).map((value) => [name, value]) : [[name, '']])),
      );
    },
    restore: (params) => {
      for (const control of controls) {
        const values = params.has(control.name) ? params.getAll(control.name) : (defaults.get(control.name) ?? []);
        if (control.type === 'checkbox' || control.type === 'radio') control.checked = values.includes(control.value);
        else control.value = values[0] ?? '';
      }
    },
  };
}
