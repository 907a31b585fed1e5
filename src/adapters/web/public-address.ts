// An IP address → whether it is one of the public internet: "192.168.1.1" → false.

import { BlockList, isIPv6 } from "node:net";

/** IANA's registries of special-purpose addresses, and multicast. */
const SPECIAL: readonly (readonly [network: string, bits: number])[] = [
  ["0.0.0.0", 8],
  ["10.0.0.0", 8],
  ["100.64.0.0", 10],
  ["127.0.0.0", 8],
  ["169.254.0.0", 16],
  ["172.16.0.0", 12],
  ["192.0.0.0", 24],
  ["192.0.2.0", 24],
  ["192.88.99.0", 24],
  ["192.168.0.0", 16],
  ["198.18.0.0", 15],
  ["198.51.100.0", 24],
  ["203.0.113.0", 24],
  ["224.0.0.0", 3],
  ["::", 96],
  ["64:ff9b:1::", 48],
  ["100::", 64],
  ["2001::", 23],
  ["2001:db8::", 32],
  ["2002::", 16],
  ["3fff::", 20],
  ["5f00::", 16],
  ["fc00::", 7],
  ["fe80::", 10],
  ["fec0::", 10],
  ["ff00::", 8],
];

const special = new BlockList();
for (const [network, bits] of SPECIAL)
  special.addSubnet(network, bits, isIPv6(network) ? "ipv6" : "ipv4");

/** `::ffff:127.0.0.1` and `64:ff9b::7f00:1` are the address that they carry. */
export function isPublicAddress(address: string): boolean {
  const [plain = address] = address.split("%");
  const carried = readTranslated(plain);
  if (carried !== undefined) return isPublicAddress(carried);
  return !special.check(plain, isIPv6(plain) ? "ipv6" : "ipv4");
}

/** The address that one of NAT64's well-known prefix stands for. */
function readTranslated(address: string): string | undefined {
  const written = isIPv6(address) ? new URL(`http://[${address}]`).hostname : "";
  const found = /^\[64:ff9b::(?:([\da-f]{1,4}):)?([\da-f]{1,4})?\]$/.exec(written);
  if (found === null) return undefined;
  const [high, low] = found.slice(1).map((part) => Number.parseInt(part ?? "0", 16));
  return [high, low].flatMap((part = 0) => [part >> 8, part & 255]).join(".");
}
