/**
 * The strongly connected components of a directed graph (Tarjan 1972, without recursion).
 *
 * @param from for each edge the node it leaves
 * @param to for each edge the node it enters
 * @returns for each node the number of its component
 */
export function strongComponents(nodeCount: number, from: Int32Array, to: Int32Array): Int32Array {
  const { first, target } = adjacency(nodeCount, from, to);
  const component = new Int32Array(nodeCount).fill(-1);
  const order = new Int32Array(nodeCount).fill(-1);
  const lowest = new Int32Array(nodeCount);
  const next = first.slice(0, nodeCount);
  const open: number[] = [];
  const path: number[] = [];
  let visited = 0;
  let components = 0;
  for (let start = 0; start < nodeCount; start++) {
    if (order[start] !== -1) continue;
    path.push(start);
    while (path.length > 0) {
      const node = path.at(-1) as number;
      if (order[node] === -1) {
        order[node] = lowest[node] = visited++;
        open.push(node);
      }
      const edge = next[node] as number;
      if (edge < (first[node + 1] as number)) {
        next[node] = edge + 1;
        const to = target[edge] as number;
        if (order[to] === -1) path.push(to);
        else if (component[to] === -1) {
          lowest[node] = Math.min(lowest[node] as number, order[to] as number);
        }
        continue;
      }
      path.pop();
      const above = path.at(-1);
      if (above !== undefined) {
        lowest[above] = Math.min(lowest[above] as number, lowest[node] as number);
      }
      if (lowest[node] !== order[node]) continue;
      for (let member = open.pop(); member !== undefined; member = open.pop()) {
        component[member] = components;
        if (member === node) break;
      }
      components++;
    }
  }
  return component;
}

/** Edges by the node they leave: those of node n are target[first[n]] … target[first[n + 1] − 1]. */
function adjacency(
  nodeCount: number,
  from: Int32Array,
  to: Int32Array,
): { first: Int32Array; target: Int32Array } {
  const first = new Int32Array(nodeCount + 1);
  for (let edge = 0; edge < from.length; edge++) {
    const after = (from[edge] as number) + 1;
    first[after] = (first[after] as number) + 1;
  }
  for (let node = 0; node < nodeCount; node++) {
    first[node + 1] = (first[node + 1] as number) + (first[node] as number);
  }
  const place = first.slice();
  const target = new Int32Array(from.length);
  for (let edge = 0; edge < from.length; edge++) {
    const node = from[edge] as number;
    const next = place[node] as number;
    target[next] = to[edge] as number;
    place[node] = next + 1;
  }
  return { first, target };
}
