/* Elements as the search makes them: every text is put in as text. */

export function made(tag, attributes, ...children) {
  const element = document.createElement(tag);
  Object.entries(attributes || {}).forEach(([name, value]) => { if (value !== false) { element.setAttribute(name, value); } });
  element.append(...children);
  return element;
}

/* A label in both languages. */
export function pair([chinese, english]) { return [made("span", { lang: "zh-Hans" }, chinese), " ", made("span", { lang: "en" }, english)]; }
