// A plugin that uses files the way a compiled program does, through WASI. `/files WORDS`:
//
//   directories               the names of the opened directories
//   open PATH COUNT           opens a file so many times and keeps it open; answers how many and the error after them
//   close COUNT               closes so many of the oldest
//   stream                    makes a stream of the oldest open file and closes the file; the stream holds it open
//   close-stream              closes the oldest stream
//   read PATH, write PATH TEXT, list PATH, unlink PATH, mkdir PATH, rmdir PATH, stat PATH
//   symlink TARGET PATH, readlink PATH, rename PATH PATH, link PATH PATH
//   environment               all variables, one a line
//
// An error is answered as `error N`, the number of its case in `wasi:filesystem/types error-code`. Paths are relative to the first directory.

import { Answer, CommandOptions, Invocation, Json, Metadata, Plugin, commands, register } from "phira-plugin";
import * as wasi from "./wasi";

export * from "phira-plugin/exports/lifecycle";
export * from "phira-plugin/exports/command-handler";

class Files extends Plugin {
  private open: i32[] = [];
  private streams: i32[] = [];

  metadata(): Metadata { return new Metadata("files", "1.0.0", "tests"); }

  init(config: Json): string | null {
    // Another plugin may have the name; `plugin:files` works nevertheless.
    commands.register("files", "uses files", new CommandOptions("<words>"));
    return null;
  }

  start(): string | null { return null; }
  stop(): string | null { return null; }

  onCommand(invocation: Invocation): Answer<string> {
    const words = invocation.words;
    const what = words[0];
    if (what == "environment") return Answer.ok<string>(wasi.environment());
    if (what == "directories") return Answer.ok<string>(wasi.directoryNames());
    if (wasi.directory() < 0) return Answer.ok<string>("no directory");
    if (what == "open") return Answer.ok<string>(this.openMany(words[1], I32.parseInt(words[2])));
    if (what == "close") {
      for (let left = I32.parseInt(words[1]); left > 0; left--) wasi.drop(this.open.shift());
      return Answer.ok<string>("done");
    }
    if (what == "stream") {
      const file = this.open.shift();
      this.streams.push(wasi.stream(file));
      wasi.drop(file);
      return Answer.ok<string>("done");
    }
    if (what == "close-stream") {
      wasi.dropStream(this.streams.shift());
      return Answer.ok<string>("done");
    }
    return Answer.ok<string>(wasi.once(what, words.length > 1 ? words[1] : "", words.length > 2 ? words[2] : ""));
  }

  private openMany(path: string, count: i32): string {
    for (let done = 0; done < count; done++) {
      const file = wasi.open(path, wasi.CREATE, wasi.READ | wasi.WRITE);
      if (file < 0) return done.toString() + ", error " + (-1 - file).toString();
      this.open.push(file);
    }
    return count.toString();
  }
}

register(new Files());
