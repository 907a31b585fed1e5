import { openMemoryStore } from "../../../src/adapters/memory/memory-store.ts";
import { describePassageStore } from "../../contracts/passage-store.ts";

describePassageStore("the memory store", async () => openMemoryStore());
