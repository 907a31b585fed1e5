import { describePassageStore } from "../contracts/passage-store.ts";
import { openMemoryStore } from "./memory-store.ts";

describePassageStore("the memory store", async () => openMemoryStore());
