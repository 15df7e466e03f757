/**
 * Whether a host may be on the open internet, by its spelling: an address outside of every range that is reserved for
 * private use, or a name that is no name of this machine or of its network.
 *
 * Takes `hostname` as `URL` writes it, which is what unifies `0x7f.1`, `2130706433` and `127.0.0.1`. What a name stands
 * for is not looked up here.
 *
 * @see https://www.iana.org/assignments/iana-ipv4-special-registry/
 */
export function isPublicHost(hostname: string): boolean {
  const host = hostname.replace(/\.+$/, '').toLowerCase()
  if (host.includes(':')) return isPublicIpv6(host.replace(/^\[|\]$/g, ''))
  if (/^\d+(?:\.\d+){3}$/.test(host)) return isPublicIpv4(host)
  const isLocal =
    !host.includes('.') || /\.(?:localhost|local|internal|home\.arpa)$/.test(host)
  return !isLocal
}

const isPublicIpv4 = (address: string) => {
  const number = ipv4(address)
  return !reserved.some(
    ([start, bits]) => number >>> (32 - bits) === ipv4(start) >>> (32 - bits),
  )
}

const ipv4 = (address: string) =>
  address.split('.').reduce((number, part) => (number << 8) | Number(part), 0)

/** Ranges that do not lead into the open internet: this network, private, shared, loopback, link, test, multicast. */
const reserved: readonly (readonly [start: string, bits: number])[] = [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
]

/**
 * Only 2000::/3 is given to the public. Within it, protocol assignments (2001::/23), documentation (2001:db8::/32,
 * 3fff::/20) and addresses that hold an IPv4 address (2002::/16) are left out; those of other kinds lie outside of it.
 */
const isPublicIpv6 = (address: string) => {
  const [first = 0, second = 0] = address
    .split(':', 2)
    .map((group) => Number.parseInt(group || '0', 16))
  if (first < 0x2000 || first > 0x3fff || first === 0x2002) return false
  if (first === 0x2001) return second >= 0x200 && second !== 0xdb8
  return !(first === 0x3fff && second < 0x1000)
}
