// Names and contents → archives of them: zip and tar, also such as lie about what they hold.

import { crc32, deflateRawSync } from "node:zlib";

export interface Packed {
  readonly name: string;
  readonly content: string | Uint8Array;
  /** As it stands, without packing. */
  readonly stored?: boolean;
  readonly encrypted?: boolean;
  /** The size that is claimed, where it is not the content's. */
  readonly claims?: number;
}

export function makeZip(files: readonly Packed[]): Uint8Array {
  const local: Buffer[] = [];
  const central: Buffer[] = [];
  let offset = 0;
  for (const { name, content, stored = false, encrypted = false, claims } of files) {
    const raw = Buffer.from(content);
    const data = stored ? raw : deflateRawSync(raw);
    const fields = Buffer.alloc(26);
    fields.writeUInt16LE(20, 0);
    fields.writeUInt16LE(0x0800 + (encrypted ? 1 : 0), 2);
    fields.writeUInt16LE(stored ? 0 : 8, 4);
    fields.writeUInt32LE(crc32(raw), 10);
    fields.writeUInt32LE(data.length, 14);
    fields.writeUInt32LE(claims ?? raw.length, 18);
    fields.writeUInt16LE(Buffer.byteLength(name), 22);
    const head = Buffer.concat([Buffer.from("PK\x03\x04", "latin1"), fields, Buffer.from(name)]);
    local.push(head, data);
    const place = Buffer.alloc(14);
    place.writeUInt32LE(offset, 10);
    central.push(Buffer.from("PK\x01\x02\x14\0", "latin1"), fields, place, Buffer.from(name));
    offset += head.length + data.length;
  }
  const directory = Buffer.concat(central);
  const end = Buffer.alloc(22);
  end.write("PK\x05\x06", 0, "latin1");
  end.writeUInt16LE(files.length, 8);
  end.writeUInt16LE(files.length, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...local, directory, end]);
}

export function makeTar(files: readonly Packed[]): Uint8Array {
  const blocks = files.flatMap(({ name, content, claims }) => {
    const raw = Buffer.from(content);
    const isLong = Buffer.byteLength(name) > 100;
    const long = isLong ? [tarHeader("././@LongLink", name.length + 1, "L"), pad(`${name}\0`)] : [];
    return [...long, tarHeader(name.slice(0, 100), claims ?? raw.length, "0"), pad(raw)];
  });
  return Buffer.concat([...blocks, Buffer.alloc(1024)]);
}

function tarHeader(name: string, size: number, kind: string): Buffer {
  const header = Buffer.alloc(512);
  header.write(name, 0);
  header.write("0000644\0", 100);
  header.write(`${size.toString(8).padStart(11, "0")} `, 124);
  header.write("        ", 148);
  header.write(kind, 156);
  header.write("ustar\0", 257, "latin1");
  const sum = header.reduce((all, byte) => all + byte, 0);
  header.write(`${sum.toString(8).padStart(6, "0")}\0 `, 148);
  return header;
}

const pad = (content: string | Uint8Array): Buffer => {
  const raw = Buffer.from(content);
  return Buffer.concat([raw, Buffer.alloc((512 - (raw.length % 512)) % 512)]);
};
