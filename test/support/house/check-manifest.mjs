import { sourceFacts } from './element-facts.mjs';

/** What a manifest says otherwise than the sources in `folder` and the running script, a line for each difference. */
export function manifestDifferences(manifest, folder, { elements, events }) {
  const documented = manifest.modules.flatMap(({ declarations }) => declarations);
  const lost = Object.keys(elements).filter((tag) => !documented.some(({ tagName }) => tagName === tag));
  return [
    ...lost.map((tag) => `${tag}: is there, is not documented`),
    ...documented.flatMap((declaration) =>
      elementDifferences(declaration, folder, { ...elements[declaration.tagName], events }),
    ),
  ].toSorted();
}

function elementDifferences(declaration, folder, { attributes = [], members = [], events }) {
  const source = sourceFacts(folder, declaration.tagName);
  const there = {
    attributes,
    members,
    slots: source.slots,
    cssParts: source.cssParts,
    cssProperties: source.cssProperties,
    events: source.eventClasses.map((name) => `${events[name] ?? 'not exported'}: ${name}`),
  };
  const said = (kind) => declaration[kind] ?? [];
  const name = { events: ({ name, type }) => `${name}: ${type.text}` };
  const line = (kind, what) => `${declaration.tagName} ${kind} ${what}`;
  const differences = Object.entries(there).flatMap(([kind, real]) => {
    const names = said(kind).map(name[kind] ?? ((each) => each.name));
    const gone = names.filter((each) => !real.includes(each) && !(kind === 'attributes' && isGlobal(each)));
    const lost = real.filter((each) => !names.includes(each));
    return [
      ...gone.map((each) => line(kind, `${each}: is documented, is not there`)),
      ...lost.map((each) => line(kind, `${each}: is there, is not documented`)),
    ];
  });
  const undescribed = ['attributes', 'members', 'slots', 'cssParts', 'events'].flatMap((kind) =>
    said(kind)
      .filter((each) => !each.description && !(kind === 'attributes' && isGlobal(each.name)))
      .map((each) => line(kind, `${each.name}: has no description`)),
  );
  const types = [...said('events').map(name.events), `${declaration.tagName}: ${declaration.name}`];
  const untyped = types.filter((each) => !source.typed.includes(each));
  return [
    ...differences,
    ...undescribed,
    ...untyped.map((each) => line('types', `${each}: is not declared`)),
  ];
}

/** Attributes of every element that mean something to this one. */
function isGlobal(attribute) {
  return ['lang', 'dir', 'hidden'].includes(attribute);
}
