/** A file that a person has chosen. */
interface PageFile {
  readonly base64: string;
  readonly type: string;
  readonly filename: string;
}

/** A form as a page sends it; plain JSON. */
export interface PageForm {
  readonly enctype: 'application/x-www-form-urlencoded' | 'multipart/form-data';
  readonly fields: readonly (readonly [name: string, value: string | PageFile])[];
}

/** Runs in the page: goes to a URL by a link, or by sending a form. */
export function navigateInPage({ url, form }: { readonly url: string; readonly form?: PageForm }): void {
  if (!form) {
    const link = Object.assign(document.createElement('a'), { href: url });
    document.body.append(link);
    link.click();
    return;
  }
  const element = Object.assign(document.createElement('form'), { action: url, method: 'post', enctype: form.enctype });
  for (const [name, value] of form.fields) {
    if (typeof value === 'string') {
      element.append(Object.assign(document.createElement('textarea'), { name, value }));
      continue;
    }
    const chosen = new DataTransfer();
    chosen.items.add(new File([Uint8Array.fromBase64(value.base64)], value.filename, { type: value.type }));
    element.append(Object.assign(document.createElement('input'), { name, type: 'file', files: chosen.files }));
  }
  document.body.append(element);
  element.submit();
}

/** Runs in the page: its caller ends a navigation. */
export function stopInPage(): void {
  window.stop();
}

/** Runs in the page: hands a body to a beacon. Returns whether it was taken. */
export function beaconInPage({
  url,
  body,
  type,
}: {
  readonly url: string;
  readonly body: string;
  readonly type: string;
}): boolean {
  return navigator.sendBeacon(url, new Blob([Uint8Array.fromBase64(body)], { type }));
}

/** Runs in the page: breaks its policy by an image, which nobody is asked for. */
export function breakPolicyInPage(): void {
  document.body.append(Object.assign(document.createElement('img'), { src: '/not-allowed.png' }));
}
