;; Made by forwarder.mjs.
(component
  (type $ty-wasi:io/error@0.2.0 (;0;)
    (instance
      (export (;0;) "error" (type (sub resource)))
    )
  )
  (import "wasi:io/error@0.2.0" (instance $wasi:io/error@0.2.0 (;0;) (type $ty-wasi:io/error@0.2.0)))
  (type $ty-wasi:io/poll@0.2.0 (;1;)
    (instance
      (export (;0;) "pollable" (type (sub resource)))
    )
  )
  (import "wasi:io/poll@0.2.0" (instance $wasi:io/poll@0.2.0 (;1;) (type $ty-wasi:io/poll@0.2.0)))
  (alias export $wasi:io/error@0.2.0 "error" (type $error (;2;)))
  (alias export $wasi:io/poll@0.2.0 "pollable" (type $pollable (;3;)))
  (type $ty-wasi:io/streams@0.2.0 (;4;)
    (instance
      (export (;0;) "output-stream" (type (sub resource)))
      (export (;1;) "input-stream" (type (sub resource)))
      (alias outer 1 $error (type (;2;)))
      (export (;3;) "error" (type (eq 2)))
      (type (;4;) (own 3))
      (type (;5;) (variant (case "last-operation-failed" 4) (case "closed")))
      (export (;6;) "stream-error" (type (eq 5)))
      (alias outer 1 $pollable (type (;7;)))
      (export (;8;) "pollable" (type (eq 7)))
      (type (;9;) (borrow 1))
      (type (;10;) (list u8))
      (type (;11;) (result 10 (error 6)))
      (type (;12;) (func (param "self" 9) (param "len" u64) (result 11)))
      (export (;0;) "[method]input-stream.read" (func (type 12)))
      (export (;1;) "[method]input-stream.blocking-read" (func (type 12)))
      (type (;13;) (result u64 (error 6)))
      (type (;14;) (func (param "self" 9) (param "len" u64) (result 13)))
      (export (;2;) "[method]input-stream.skip" (func (type 14)))
      (export (;3;) "[method]input-stream.blocking-skip" (func (type 14)))
      (type (;15;) (own 8))
      (type (;16;) (func (param "self" 9) (result 15)))
      (export (;4;) "[method]input-stream.subscribe" (func (type 16)))
      (type (;17;) (borrow 0))
      (type (;18;) (func (param "self" 17) (result 13)))
      (export (;5;) "[method]output-stream.check-write" (func (type 18)))
      (type (;19;) (result (error 6)))
      (type (;20;) (func (param "self" 17) (param "contents" 10) (result 19)))
      (export (;6;) "[method]output-stream.write" (func (type 20)))
      (export (;7;) "[method]output-stream.blocking-write-and-flush" (func (type 20)))
      (type (;21;) (func (param "self" 17) (result 19)))
      (export (;8;) "[method]output-stream.flush" (func (type 21)))
      (export (;9;) "[method]output-stream.blocking-flush" (func (type 21)))
      (type (;22;) (func (param "self" 17) (result 15)))
      (export (;10;) "[method]output-stream.subscribe" (func (type 22)))
      (type (;23;) (func (param "self" 17) (param "len" u64) (result 19)))
      (export (;11;) "[method]output-stream.write-zeroes" (func (type 23)))
      (export (;12;) "[method]output-stream.blocking-write-zeroes-and-flush" (func (type 23)))
      (type (;24;) (func (param "self" 17) (param "src" 9) (param "len" u64) (result 13)))
      (export (;13;) "[method]output-stream.splice" (func (type 24)))
      (export (;14;) "[method]output-stream.blocking-splice" (func (type 24)))
    )
  )
  (import "wasi:io/streams@0.2.0" (instance $wasi:io/streams@0.2.0 (;2;) (type $ty-wasi:io/streams@0.2.0)))
  (type $ty-wasi:clocks/wall-clock@0.2.0 (;5;)
    (instance
      (type (;0;) (record (field "seconds" u64) (field "nanoseconds" u32)))
      (export (;1;) "datetime" (type (eq 0)))
    )
  )
  (import "wasi:clocks/wall-clock@0.2.0" (instance $wasi:clocks/wall-clock@0.2.0 (;3;) (type $ty-wasi:clocks/wall-clock@0.2.0)))
  (alias export $wasi:io/streams@0.2.0 "output-stream" (type $output-stream (;6;)))
  (alias export $wasi:io/streams@0.2.0 "input-stream" (type $input-stream (;7;)))
  (alias export $wasi:clocks/wall-clock@0.2.0 "datetime" (type $datetime (;8;)))
  (alias export $wasi:io/streams@0.2.0 "error" (type $"#type9 error" (@name "error") (;9;)))
  (type $ty-wasi:filesystem/types@0.2.0 (;10;)
    (instance
      (export (;0;) "descriptor" (type (sub resource)))
      (type (;1;) u64)
      (export (;2;) "filesize" (type (eq 1)))
      (type (;3;) (enum "normal" "sequential" "random" "will-need" "dont-need" "no-reuse"))
      (export (;4;) "advice" (type (eq 3)))
      (type (;5;) (enum "access" "would-block" "already" "bad-descriptor" "busy" "deadlock" "quota" "exist" "file-too-large" "illegal-byte-sequence" "in-progress" "interrupted" "invalid" "io" "is-directory" "loop" "too-many-links" "message-size" "name-too-long" "no-device" "no-entry" "no-lock" "insufficient-memory" "insufficient-space" "not-directory" "not-empty" "not-recoverable" "unsupported" "no-tty" "no-such-device" "overflow" "not-permitted" "pipe" "read-only" "invalid-seek" "text-file-busy" "cross-device"))
      (export (;6;) "error-code" (type (eq 5)))
      (alias outer 1 $output-stream (type (;7;)))
      (export (;8;) "output-stream" (type (eq 7)))
      (type (;9;) (flags "read" "write" "file-integrity-sync" "data-integrity-sync" "requested-write-sync" "mutate-directory"))
      (export (;10;) "descriptor-flags" (type (eq 9)))
      (type (;11;) (enum "unknown" "block-device" "character-device" "directory" "fifo" "symbolic-link" "regular-file" "socket"))
      (export (;12;) "descriptor-type" (type (eq 11)))
      (type (;13;) (flags "symlink-follow"))
      (export (;14;) "path-flags" (type (eq 13)))
      (type (;15;) (record (field "lower" u64) (field "upper" u64)))
      (export (;16;) "metadata-hash-value" (type (eq 15)))
      (type (;17;) (flags "create" "directory" "exclusive" "truncate"))
      (export (;18;) "open-flags" (type (eq 17)))
      (export (;19;) "directory-entry-stream" (type (sub resource)))
      (alias outer 1 $input-stream (type (;20;)))
      (export (;21;) "input-stream" (type (eq 20)))
      (alias outer 1 $datetime (type (;22;)))
      (export (;23;) "datetime" (type (eq 22)))
      (type (;24;) (variant (case "no-change") (case "now") (case "timestamp" 23)))
      (export (;25;) "new-timestamp" (type (eq 24)))
      (type (;26;) u64)
      (export (;27;) "link-count" (type (eq 26)))
      (type (;28;) (option 23))
      (type (;29;) (record (field "type" 12) (field "link-count" 27) (field "size" 2) (field "data-access-timestamp" 28) (field "data-modification-timestamp" 28) (field "status-change-timestamp" 28)))
      (export (;30;) "descriptor-stat" (type (eq 29)))
      (type (;31;) (record (field "type" 12) (field "name" string)))
      (export (;32;) "directory-entry" (type (eq 31)))
      (alias outer 1 $"#type9 error" (type (;33;)))
      (export (;34;) "error" (type (eq 33)))
      (type (;35;) (borrow 0))
      (type (;36;) (own 21))
      (type (;37;) (result 36 (error 6)))
      (type (;38;) (func (param "self" 35) (param "offset" 2) (result 37)))
      (export (;0;) "[method]descriptor.read-via-stream" (func (type 38)))
      (type (;39;) (own 8))
      (type (;40;) (result 39 (error 6)))
      (type (;41;) (func (param "self" 35) (param "offset" 2) (result 40)))
      (export (;1;) "[method]descriptor.write-via-stream" (func (type 41)))
      (type (;42;) (func (param "self" 35) (result 40)))
      (export (;2;) "[method]descriptor.append-via-stream" (func (type 42)))
      (type (;43;) (result (error 6)))
      (type (;44;) (func (param "self" 35) (param "offset" 2) (param "length" 2) (param "advice" 4) (result 43)))
      (export (;3;) "[method]descriptor.advise" (func (type 44)))
      (type (;45;) (func (param "self" 35) (result 43)))
      (export (;4;) "[method]descriptor.sync-data" (func (type 45)))
      (type (;46;) (result 10 (error 6)))
      (type (;47;) (func (param "self" 35) (result 46)))
      (export (;5;) "[method]descriptor.get-flags" (func (type 47)))
      (type (;48;) (result 12 (error 6)))
      (type (;49;) (func (param "self" 35) (result 48)))
      (export (;6;) "[method]descriptor.get-type" (func (type 49)))
      (type (;50;) (func (param "self" 35) (param "size" 2) (result 43)))
      (export (;7;) "[method]descriptor.set-size" (func (type 50)))
      (type (;51;) (func (param "self" 35) (param "data-access-timestamp" 25) (param "data-modification-timestamp" 25) (result 43)))
      (export (;8;) "[method]descriptor.set-times" (func (type 51)))
      (type (;52;) (list u8))
      (type (;53;) (tuple 52 bool))
      (type (;54;) (result 53 (error 6)))
      (type (;55;) (func (param "self" 35) (param "length" 2) (param "offset" 2) (result 54)))
      (export (;9;) "[method]descriptor.read" (func (type 55)))
      (type (;56;) (result 2 (error 6)))
      (type (;57;) (func (param "self" 35) (param "buffer" 52) (param "offset" 2) (result 56)))
      (export (;10;) "[method]descriptor.write" (func (type 57)))
      (type (;58;) (own 19))
      (type (;59;) (result 58 (error 6)))
      (type (;60;) (func (param "self" 35) (result 59)))
      (export (;11;) "[method]descriptor.read-directory" (func (type 60)))
      (export (;12;) "[method]descriptor.sync" (func (type 45)))
      (type (;61;) (func (param "self" 35) (param "path" string) (result 43)))
      (export (;13;) "[method]descriptor.create-directory-at" (func (type 61)))
      (type (;62;) (result 30 (error 6)))
      (type (;63;) (func (param "self" 35) (result 62)))
      (export (;14;) "[method]descriptor.stat" (func (type 63)))
      (type (;64;) (func (param "self" 35) (param "path-flags" 14) (param "path" string) (result 62)))
      (export (;15;) "[method]descriptor.stat-at" (func (type 64)))
      (type (;65;) (func (param "self" 35) (param "path-flags" 14) (param "path" string) (param "data-access-timestamp" 25) (param "data-modification-timestamp" 25) (result 43)))
      (export (;16;) "[method]descriptor.set-times-at" (func (type 65)))
      (type (;66;) (func (param "self" 35) (param "old-path-flags" 14) (param "old-path" string) (param "new-descriptor" 35) (param "new-path" string) (result 43)))
      (export (;17;) "[method]descriptor.link-at" (func (type 66)))
      (type (;67;) (own 0))
      (type (;68;) (result 67 (error 6)))
      (type (;69;) (func (param "self" 35) (param "path-flags" 14) (param "path" string) (param "open-flags" 18) (param "flags" 10) (result 68)))
      (export (;18;) "[method]descriptor.open-at" (func (type 69)))
      (type (;70;) (result string (error 6)))
      (type (;71;) (func (param "self" 35) (param "path" string) (result 70)))
      (export (;19;) "[method]descriptor.readlink-at" (func (type 71)))
      (export (;20;) "[method]descriptor.remove-directory-at" (func (type 61)))
      (type (;72;) (func (param "self" 35) (param "old-path" string) (param "new-descriptor" 35) (param "new-path" string) (result 43)))
      (export (;21;) "[method]descriptor.rename-at" (func (type 72)))
      (type (;73;) (func (param "self" 35) (param "old-path" string) (param "new-path" string) (result 43)))
      (export (;22;) "[method]descriptor.symlink-at" (func (type 73)))
      (export (;23;) "[method]descriptor.unlink-file-at" (func (type 61)))
      (type (;74;) (func (param "self" 35) (param "other" 35) (result bool)))
      (export (;24;) "[method]descriptor.is-same-object" (func (type 74)))
      (type (;75;) (result 16 (error 6)))
      (type (;76;) (func (param "self" 35) (result 75)))
      (export (;25;) "[method]descriptor.metadata-hash" (func (type 76)))
      (type (;77;) (func (param "self" 35) (param "path-flags" 14) (param "path" string) (result 75)))
      (export (;26;) "[method]descriptor.metadata-hash-at" (func (type 77)))
      (type (;78;) (borrow 19))
      (type (;79;) (option 32))
      (type (;80;) (result 79 (error 6)))
      (type (;81;) (func (param "self" 78) (result 80)))
      (export (;27;) "[method]directory-entry-stream.read-directory-entry" (func (type 81)))
      (type (;82;) (borrow 34))
      (type (;83;) (option 6))
      (type (;84;) (func (param "err" 82) (result 83)))
      (export (;28;) "filesystem-error-code" (func (type 84)))
    )
  )
  (import "wasi:filesystem/types@0.2.0" (instance $wasi:filesystem/types@0.2.0 (;4;) (type $ty-wasi:filesystem/types@0.2.0)))
  (alias export $wasi:filesystem/types@0.2.0 "descriptor" (type $descriptor (;11;)))
  (type $ty-wasi:filesystem/preopens@0.2.0 (;12;)
    (instance
      (alias outer 1 $descriptor (type (;0;)))
      (export (;1;) "descriptor" (type (eq 0)))
      (type (;2;) (own 1))
      (type (;3;) (tuple 2 string))
      (type (;4;) (list 3))
      (type (;5;) (func (result 4)))
      (export (;0;) "get-directories" (func (type 5)))
    )
  )
  (import "wasi:filesystem/preopens@0.2.0" (instance $wasi:filesystem/preopens@0.2.0 (;5;) (type $ty-wasi:filesystem/preopens@0.2.0)))
  (alias export $wasi:io/streams@0.2.0 "input-stream" (type $"#type13 input-stream" (@name "input-stream") (;13;)))
  (type $ty-wasi:cli/stdin@0.2.0 (;14;)
    (instance
      (alias outer 1 $"#type13 input-stream" (type (;0;)))
      (export (;1;) "input-stream" (type (eq 0)))
      (type (;2;) (own 1))
      (type (;3;) (func (result 2)))
      (export (;0;) "get-stdin" (func (type 3)))
    )
  )
  (import "wasi:cli/stdin@0.2.0" (instance $wasi:cli/stdin@0.2.0 (;6;) (type $ty-wasi:cli/stdin@0.2.0)))
  (alias export $wasi:io/streams@0.2.0 "output-stream" (type $"#type15 output-stream" (@name "output-stream") (;15;)))
  (type $ty-wasi:cli/stdout@0.2.0 (;16;)
    (instance
      (alias outer 1 $"#type15 output-stream" (type (;0;)))
      (export (;1;) "output-stream" (type (eq 0)))
      (type (;2;) (own 1))
      (type (;3;) (func (result 2)))
      (export (;0;) "get-stdout" (func (type 3)))
    )
  )
  (import "wasi:cli/stdout@0.2.0" (instance $wasi:cli/stdout@0.2.0 (;7;) (type $ty-wasi:cli/stdout@0.2.0)))
  (alias export $wasi:io/streams@0.2.0 "output-stream" (type $"#type17 output-stream" (@name "output-stream") (;17;)))
  (type $ty-wasi:cli/stderr@0.2.0 (;18;)
    (instance
      (alias outer 1 $"#type17 output-stream" (type (;0;)))
      (export (;1;) "output-stream" (type (eq 0)))
      (type (;2;) (own 1))
      (type (;3;) (func (result 2)))
      (export (;0;) "get-stderr" (func (type 3)))
    )
  )
  (import "wasi:cli/stderr@0.2.0" (instance $wasi:cli/stderr@0.2.0 (;8;) (type $ty-wasi:cli/stderr@0.2.0)))
  (core module $main (;0;)
    (type (;0;) (func (result i32)))
    (type (;1;) (func (param i32)))
    (type (;2;) (func (param i32 i64 i64 i32 i32)))
    (type (;3;) (func (param i32 i32)))
    (type (;4;) (func (param i32 i32 i32 i32)))
    (type (;5;) (func (param i32 i32) (result i32)))
    (type (;6;) (func (param i32 i32 i32 i32 i32 i32 i32 i32)))
    (type (;7;) (func (param i32 i32 i32 i32 i32)))
    (type (;8;) (func (param i32 i32 i32 i32 i32 i32 i32)))
    (type (;9;) (func (param i32 i64 i64 i32)))
    (type (;10;) (func (param i32 i64 i32)))
    (type (;11;) (func (param i32 i32 i64 i32 i32 i64 i32 i32)))
    (type (;12;) (func (param i32 i32 i32 i32 i32 i64 i32 i32 i64 i32 i32)))
    (type (;13;) (func (param i32 i32 i32 i32 i32 i32)))
    (type (;14;) (func (param i32 i32 i32 i64 i32)))
    (type (;15;) (func (param i32) (result i32)))
    (type (;16;) (func (param i32 i32 i64 i32)))
    (type (;17;) (func))
    (type (;18;) (func (param i32 i32 i32 i32) (result i32)))
    (type (;19;) (func (param i32 i64) (result i32)))
    (type (;20;) (func (param i32 i64 i64 i32) (result i32)))
    (type (;21;) (func (param i32 i32 i64 i32 i32 i64 i32) (result i32)))
    (type (;22;) (func (param i32 i64 i64) (result i32)))
    (type (;23;) (func (param i32 i32 i32 i64) (result i32)))
    (type (;24;) (func (param i32 i32 i32) (result i32)))
    (type (;25;) (func (param i32 i32 i32 i32 i32 i64 i32 i32 i64 i32) (result i32)))
    (type (;26;) (func (param i32 i32 i32 i32 i32 i32 i32) (result i32)))
    (type (;27;) (func (param i32 i32 i32 i32 i32 i32) (result i32)))
    (type (;28;) (func (param i32 i32 i32 i32 i32) (result i32)))
    (type (;29;) (func (param i32 i32 i64) (result i32)))
    (import "cm32p2|wasi:cli/stderr@0.2" "get-stderr" (func $stderr-get-stderr (;0;) (type 0)))
    (import "cm32p2|wasi:cli/stdin@0.2" "get-stdin" (func $stdin-get-stdin (;1;) (type 0)))
    (import "cm32p2|wasi:cli/stdout@0.2" "get-stdout" (func $stdout-get-stdout (;2;) (type 0)))
    (import "cm32p2|wasi:filesystem/preopens@0.2" "get-directories" (func $preopens-get-directories (;3;) (type 1)))
    (import "cm32p2|wasi:filesystem/types@0.2" "[method]descriptor.advise" (func $types--method-descriptor-advise (;4;) (type 2)))
    (import "cm32p2|wasi:filesystem/types@0.2" "[method]descriptor.append-via-stream" (func $types--method-descriptor-append-via-stream (;5;) (type 3)))
    (import "cm32p2|wasi:filesystem/types@0.2" "[method]descriptor.create-directory-at" (func $types--method-descriptor-create-directory-at (;6;) (type 4)))
    (import "cm32p2|wasi:filesystem/types@0.2" "[method]descriptor.get-flags" (func $types--method-descriptor-get-flags (;7;) (type 3)))
    (import "cm32p2|wasi:filesystem/types@0.2" "[method]descriptor.get-type" (func $types--method-descriptor-get-type (;8;) (type 3)))
    (import "cm32p2|wasi:filesystem/types@0.2" "[method]descriptor.is-same-object" (func $types--method-descriptor-is-same-object (;9;) (type 5)))
    (import "cm32p2|wasi:filesystem/types@0.2" "[method]descriptor.link-at" (func $types--method-descriptor-link-at (;10;) (type 6)))
    (import "cm32p2|wasi:filesystem/types@0.2" "[method]descriptor.metadata-hash" (func $types--method-descriptor-metadata-hash (;11;) (type 3)))
    (import "cm32p2|wasi:filesystem/types@0.2" "[method]descriptor.metadata-hash-at" (func $types--method-descriptor-metadata-hash-at (;12;) (type 7)))
    (import "cm32p2|wasi:filesystem/types@0.2" "[method]descriptor.open-at" (func $types--method-descriptor-open-at (;13;) (type 8)))
    (import "cm32p2|wasi:filesystem/types@0.2" "[method]descriptor.read" (func $types--method-descriptor-read (;14;) (type 9)))
    (import "cm32p2|wasi:filesystem/types@0.2" "[method]descriptor.read-directory" (func $types--method-descriptor-read-directory (;15;) (type 3)))
    (import "cm32p2|wasi:filesystem/types@0.2" "[method]descriptor.read-via-stream" (func $types--method-descriptor-read-via-stream (;16;) (type 10)))
    (import "cm32p2|wasi:filesystem/types@0.2" "[method]descriptor.readlink-at" (func $types--method-descriptor-readlink-at (;17;) (type 4)))
    (import "cm32p2|wasi:filesystem/types@0.2" "[method]descriptor.remove-directory-at" (func $types--method-descriptor-remove-directory-at (;18;) (type 4)))
    (import "cm32p2|wasi:filesystem/types@0.2" "[method]descriptor.rename-at" (func $types--method-descriptor-rename-at (;19;) (type 8)))
    (import "cm32p2|wasi:filesystem/types@0.2" "[method]descriptor.set-size" (func $types--method-descriptor-set-size (;20;) (type 10)))
    (import "cm32p2|wasi:filesystem/types@0.2" "[method]descriptor.set-times" (func $types--method-descriptor-set-times (;21;) (type 11)))
    (import "cm32p2|wasi:filesystem/types@0.2" "[method]descriptor.set-times-at" (func $types--method-descriptor-set-times-at (;22;) (type 12)))
    (import "cm32p2|wasi:filesystem/types@0.2" "[method]descriptor.stat" (func $types--method-descriptor-stat (;23;) (type 3)))
    (import "cm32p2|wasi:filesystem/types@0.2" "[method]descriptor.stat-at" (func $types--method-descriptor-stat-at (;24;) (type 7)))
    (import "cm32p2|wasi:filesystem/types@0.2" "[method]descriptor.symlink-at" (func $types--method-descriptor-symlink-at (;25;) (type 13)))
    (import "cm32p2|wasi:filesystem/types@0.2" "[method]descriptor.sync" (func $types--method-descriptor-sync (;26;) (type 3)))
    (import "cm32p2|wasi:filesystem/types@0.2" "[method]descriptor.sync-data" (func $types--method-descriptor-sync-data (;27;) (type 3)))
    (import "cm32p2|wasi:filesystem/types@0.2" "[method]descriptor.unlink-file-at" (func $types--method-descriptor-unlink-file-at (;28;) (type 4)))
    (import "cm32p2|wasi:filesystem/types@0.2" "[method]descriptor.write" (func $types--method-descriptor-write (;29;) (type 14)))
    (import "cm32p2|wasi:filesystem/types@0.2" "[method]descriptor.write-via-stream" (func $types--method-descriptor-write-via-stream (;30;) (type 10)))
    (import "cm32p2|wasi:filesystem/types@0.2" "[method]directory-entry-stream.read-directory-entry" (func $types--method-directory-entry-stream-read-directory-entry (;31;) (type 3)))
    (import "cm32p2|wasi:filesystem/types@0.2" "descriptor_drop" (func $types-descriptor-drop (;32;) (type 1)))
    (import "cm32p2|wasi:filesystem/types@0.2" "directory-entry-stream_drop" (func $types-directory-entry-stream-drop (;33;) (type 1)))
    (import "cm32p2|wasi:filesystem/types@0.2" "filesystem-error-code" (func $types-filesystem-error-code (;34;) (type 3)))
    (import "cm32p2|wasi:io/error@0.2" "error_drop" (func $error-error-drop (;35;) (type 1)))
    (import "cm32p2|wasi:io/streams@0.2" "[method]input-stream.blocking-read" (func $streams--method-input-stream-blocking-read (;36;) (type 10)))
    (import "cm32p2|wasi:io/streams@0.2" "[method]input-stream.blocking-skip" (func $streams--method-input-stream-blocking-skip (;37;) (type 10)))
    (import "cm32p2|wasi:io/streams@0.2" "[method]input-stream.read" (func $streams--method-input-stream-read (;38;) (type 10)))
    (import "cm32p2|wasi:io/streams@0.2" "[method]input-stream.skip" (func $streams--method-input-stream-skip (;39;) (type 10)))
    (import "cm32p2|wasi:io/streams@0.2" "[method]input-stream.subscribe" (func $streams--method-input-stream-subscribe (;40;) (type 15)))
    (import "cm32p2|wasi:io/streams@0.2" "[method]output-stream.blocking-flush" (func $streams--method-output-stream-blocking-flush (;41;) (type 3)))
    (import "cm32p2|wasi:io/streams@0.2" "[method]output-stream.blocking-splice" (func $streams--method-output-stream-blocking-splice (;42;) (type 16)))
    (import "cm32p2|wasi:io/streams@0.2" "[method]output-stream.blocking-write-and-flush" (func $streams--method-output-stream-blocking-write-and-flush (;43;) (type 4)))
    (import "cm32p2|wasi:io/streams@0.2" "[method]output-stream.blocking-write-zeroes-and-flush" (func $streams--method-output-stream-blocking-write-zeroes-and-flush (;44;) (type 10)))
    (import "cm32p2|wasi:io/streams@0.2" "[method]output-stream.check-write" (func $streams--method-output-stream-check-write (;45;) (type 3)))
    (import "cm32p2|wasi:io/streams@0.2" "[method]output-stream.flush" (func $streams--method-output-stream-flush (;46;) (type 3)))
    (import "cm32p2|wasi:io/streams@0.2" "[method]output-stream.splice" (func $streams--method-output-stream-splice (;47;) (type 16)))
    (import "cm32p2|wasi:io/streams@0.2" "[method]output-stream.subscribe" (func $streams--method-output-stream-subscribe (;48;) (type 15)))
    (import "cm32p2|wasi:io/streams@0.2" "[method]output-stream.write" (func $streams--method-output-stream-write (;49;) (type 4)))
    (import "cm32p2|wasi:io/streams@0.2" "[method]output-stream.write-zeroes" (func $streams--method-output-stream-write-zeroes (;50;) (type 10)))
    (import "cm32p2|wasi:io/streams@0.2" "input-stream_drop" (func $streams-input-stream-drop (;51;) (type 1)))
    (import "cm32p2|wasi:io/streams@0.2" "output-stream_drop" (func $streams-output-stream-drop (;52;) (type 1)))
    (memory (;0;) 1)
    (global $heap (;0;) (mut i32) i32.const 4096)
    (export "cm32p2_memory" (memory 0))
    (export "cm32p2_initialize" (func 54))
    (export "cm32p2_realloc" (func 55))
    (export "cm32p2|phira:files/calls@1|file-read-via-stream" (func 56))
    (export "cm32p2|phira:files/calls@1|file-read-via-stream_post" (func 57))
    (export "cm32p2|phira:files/calls@1|file-write-via-stream" (func 58))
    (export "cm32p2|phira:files/calls@1|file-write-via-stream_post" (func 59))
    (export "cm32p2|phira:files/calls@1|file-append-via-stream" (func 60))
    (export "cm32p2|phira:files/calls@1|file-append-via-stream_post" (func 61))
    (export "cm32p2|phira:files/calls@1|file-advise" (func 62))
    (export "cm32p2|phira:files/calls@1|file-advise_post" (func 63))
    (export "cm32p2|phira:files/calls@1|file-sync-data" (func 64))
    (export "cm32p2|phira:files/calls@1|file-sync-data_post" (func 65))
    (export "cm32p2|phira:files/calls@1|file-get-flags" (func 66))
    (export "cm32p2|phira:files/calls@1|file-get-flags_post" (func 67))
    (export "cm32p2|phira:files/calls@1|file-get-type" (func 68))
    (export "cm32p2|phira:files/calls@1|file-get-type_post" (func 69))
    (export "cm32p2|phira:files/calls@1|file-set-size" (func 70))
    (export "cm32p2|phira:files/calls@1|file-set-size_post" (func 71))
    (export "cm32p2|phira:files/calls@1|file-set-times" (func 72))
    (export "cm32p2|phira:files/calls@1|file-set-times_post" (func 73))
    (export "cm32p2|phira:files/calls@1|file-read" (func 74))
    (export "cm32p2|phira:files/calls@1|file-read_post" (func 75))
    (export "cm32p2|phira:files/calls@1|file-write" (func 76))
    (export "cm32p2|phira:files/calls@1|file-write_post" (func 77))
    (export "cm32p2|phira:files/calls@1|file-read-directory" (func 78))
    (export "cm32p2|phira:files/calls@1|file-read-directory_post" (func 79))
    (export "cm32p2|phira:files/calls@1|file-sync" (func 80))
    (export "cm32p2|phira:files/calls@1|file-sync_post" (func 81))
    (export "cm32p2|phira:files/calls@1|file-create-directory-at" (func 82))
    (export "cm32p2|phira:files/calls@1|file-create-directory-at_post" (func 83))
    (export "cm32p2|phira:files/calls@1|file-stat" (func 84))
    (export "cm32p2|phira:files/calls@1|file-stat_post" (func 85))
    (export "cm32p2|phira:files/calls@1|file-stat-at" (func 86))
    (export "cm32p2|phira:files/calls@1|file-stat-at_post" (func 87))
    (export "cm32p2|phira:files/calls@1|file-set-times-at" (func 88))
    (export "cm32p2|phira:files/calls@1|file-set-times-at_post" (func 89))
    (export "cm32p2|phira:files/calls@1|file-link-at" (func 90))
    (export "cm32p2|phira:files/calls@1|file-link-at_post" (func 91))
    (export "cm32p2|phira:files/calls@1|file-open-at" (func 92))
    (export "cm32p2|phira:files/calls@1|file-open-at_post" (func 93))
    (export "cm32p2|phira:files/calls@1|file-readlink-at" (func 94))
    (export "cm32p2|phira:files/calls@1|file-readlink-at_post" (func 95))
    (export "cm32p2|phira:files/calls@1|file-remove-directory-at" (func 96))
    (export "cm32p2|phira:files/calls@1|file-remove-directory-at_post" (func 97))
    (export "cm32p2|phira:files/calls@1|file-rename-at" (func 98))
    (export "cm32p2|phira:files/calls@1|file-rename-at_post" (func 99))
    (export "cm32p2|phira:files/calls@1|file-symlink-at" (func 100))
    (export "cm32p2|phira:files/calls@1|file-symlink-at_post" (func 101))
    (export "cm32p2|phira:files/calls@1|file-unlink-file-at" (func 102))
    (export "cm32p2|phira:files/calls@1|file-unlink-file-at_post" (func 103))
    (export "cm32p2|phira:files/calls@1|file-is-same-object" (func 104))
    (export "cm32p2|phira:files/calls@1|file-is-same-object_post" (func 105))
    (export "cm32p2|phira:files/calls@1|file-metadata-hash" (func 106))
    (export "cm32p2|phira:files/calls@1|file-metadata-hash_post" (func 107))
    (export "cm32p2|phira:files/calls@1|file-metadata-hash-at" (func 108))
    (export "cm32p2|phira:files/calls@1|file-metadata-hash-at_post" (func 109))
    (export "cm32p2|phira:files/calls@1|entries-read-directory-entry" (func 110))
    (export "cm32p2|phira:files/calls@1|entries-read-directory-entry_post" (func 111))
    (export "cm32p2|phira:files/calls@1|input-read" (func 112))
    (export "cm32p2|phira:files/calls@1|input-read_post" (func 113))
    (export "cm32p2|phira:files/calls@1|input-blocking-read" (func 114))
    (export "cm32p2|phira:files/calls@1|input-blocking-read_post" (func 115))
    (export "cm32p2|phira:files/calls@1|input-skip" (func 116))
    (export "cm32p2|phira:files/calls@1|input-skip_post" (func 117))
    (export "cm32p2|phira:files/calls@1|input-blocking-skip" (func 118))
    (export "cm32p2|phira:files/calls@1|input-blocking-skip_post" (func 119))
    (export "cm32p2|phira:files/calls@1|input-subscribe" (func 120))
    (export "cm32p2|phira:files/calls@1|input-subscribe_post" (func 121))
    (export "cm32p2|phira:files/calls@1|output-check-write" (func 122))
    (export "cm32p2|phira:files/calls@1|output-check-write_post" (func 123))
    (export "cm32p2|phira:files/calls@1|output-write" (func 124))
    (export "cm32p2|phira:files/calls@1|output-write_post" (func 125))
    (export "cm32p2|phira:files/calls@1|output-blocking-write-and-flush" (func 126))
    (export "cm32p2|phira:files/calls@1|output-blocking-write-and-flush_post" (func 127))
    (export "cm32p2|phira:files/calls@1|output-flush" (func 128))
    (export "cm32p2|phira:files/calls@1|output-flush_post" (func 129))
    (export "cm32p2|phira:files/calls@1|output-blocking-flush" (func 130))
    (export "cm32p2|phira:files/calls@1|output-blocking-flush_post" (func 131))
    (export "cm32p2|phira:files/calls@1|output-subscribe" (func 132))
    (export "cm32p2|phira:files/calls@1|output-subscribe_post" (func 133))
    (export "cm32p2|phira:files/calls@1|output-write-zeroes" (func 134))
    (export "cm32p2|phira:files/calls@1|output-write-zeroes_post" (func 135))
    (export "cm32p2|phira:files/calls@1|output-blocking-write-zeroes-and-flush" (func 136))
    (export "cm32p2|phira:files/calls@1|output-blocking-write-zeroes-and-flush_post" (func 137))
    (export "cm32p2|phira:files/calls@1|output-splice" (func 138))
    (export "cm32p2|phira:files/calls@1|output-splice_post" (func 139))
    (export "cm32p2|phira:files/calls@1|output-blocking-splice" (func 140))
    (export "cm32p2|phira:files/calls@1|output-blocking-splice_post" (func 141))
    (export "cm32p2|phira:files/calls@1|filesystem-error-code" (func 142))
    (export "cm32p2|phira:files/calls@1|filesystem-error-code_post" (func 143))
    (export "cm32p2|phira:files/calls@1|get-directories" (func 144))
    (export "cm32p2|phira:files/calls@1|get-directories_post" (func 145))
    (export "cm32p2|phira:files/calls@1|get-stdin" (func 146))
    (export "cm32p2|phira:files/calls@1|get-stdin_post" (func 147))
    (export "cm32p2|phira:files/calls@1|get-stdout" (func 148))
    (export "cm32p2|phira:files/calls@1|get-stdout_post" (func 149))
    (export "cm32p2|phira:files/calls@1|get-stderr" (func 150))
    (export "cm32p2|phira:files/calls@1|get-stderr_post" (func 151))
    (func $forget (;53;) (type 17)
      i32.const 4096
      global.set $heap
    )
    (func (;54;) (type 17))
    (func (;55;) (type 18) (param $block i32) (param $old i32) (param $align i32) (param $size i32) (result i32)
      (local $at i32) (local $missing i32)
      global.get $heap
      i32.const 7
      i32.add
      i32.const -8
      i32.and
      local.set $at
      local.get $at
      local.get $size
      i32.add
      global.set $heap
      global.get $heap
      memory.size
      i32.const 65536
      i32.mul
      i32.sub
      local.set $missing
      local.get $missing
      i32.const 0
      i32.gt_s
      if ;; label = @1
        local.get $missing
        i32.const 65535
        i32.add
        i32.const 65536
        i32.div_u
        memory.grow
        i32.const -1
        i32.eq
        if ;; label = @2
          unreachable
        end
      end
      local.get $at
      local.get $block
      local.get $old
      memory.copy
      local.get $at
    )
    (func (;56;) (type 19) (param i32 i64) (result i32)
      local.get 0
      local.get 1
      i32.const 1024
      call $types--method-descriptor-read-via-stream
      local.get 0
      call $types-descriptor-drop
      i32.const 1024
    )
    (func (;57;) (type 1) (param i32)
      call $forget
    )
    (func (;58;) (type 19) (param i32 i64) (result i32)
      local.get 0
      local.get 1
      i32.const 1024
      call $types--method-descriptor-write-via-stream
      local.get 0
      call $types-descriptor-drop
      i32.const 1024
    )
    (func (;59;) (type 1) (param i32)
      call $forget
    )
    (func (;60;) (type 15) (param i32) (result i32)
      local.get 0
      i32.const 1024
      call $types--method-descriptor-append-via-stream
      local.get 0
      call $types-descriptor-drop
      i32.const 1024
    )
    (func (;61;) (type 1) (param i32)
      call $forget
    )
    (func (;62;) (type 20) (param i32 i64 i64 i32) (result i32)
      local.get 0
      local.get 1
      local.get 2
      local.get 3
      i32.const 1024
      call $types--method-descriptor-advise
      local.get 0
      call $types-descriptor-drop
      i32.const 1024
    )
    (func (;63;) (type 1) (param i32)
      call $forget
    )
    (func (;64;) (type 15) (param i32) (result i32)
      local.get 0
      i32.const 1024
      call $types--method-descriptor-sync-data
      local.get 0
      call $types-descriptor-drop
      i32.const 1024
    )
    (func (;65;) (type 1) (param i32)
      call $forget
    )
    (func (;66;) (type 15) (param i32) (result i32)
      local.get 0
      i32.const 1024
      call $types--method-descriptor-get-flags
      local.get 0
      call $types-descriptor-drop
      i32.const 1024
    )
    (func (;67;) (type 1) (param i32)
      call $forget
    )
    (func (;68;) (type 15) (param i32) (result i32)
      local.get 0
      i32.const 1024
      call $types--method-descriptor-get-type
      local.get 0
      call $types-descriptor-drop
      i32.const 1024
    )
    (func (;69;) (type 1) (param i32)
      call $forget
    )
    (func (;70;) (type 19) (param i32 i64) (result i32)
      local.get 0
      local.get 1
      i32.const 1024
      call $types--method-descriptor-set-size
      local.get 0
      call $types-descriptor-drop
      i32.const 1024
    )
    (func (;71;) (type 1) (param i32)
      call $forget
    )
    (func (;72;) (type 21) (param i32 i32 i64 i32 i32 i64 i32) (result i32)
      local.get 0
      local.get 1
      local.get 2
      local.get 3
      local.get 4
      local.get 5
      local.get 6
      i32.const 1024
      call $types--method-descriptor-set-times
      local.get 0
      call $types-descriptor-drop
      i32.const 1024
    )
    (func (;73;) (type 1) (param i32)
      call $forget
    )
    (func (;74;) (type 22) (param i32 i64 i64) (result i32)
      local.get 0
      local.get 1
      local.get 2
      i32.const 1024
      call $types--method-descriptor-read
      local.get 0
      call $types-descriptor-drop
      i32.const 1024
    )
    (func (;75;) (type 1) (param i32)
      call $forget
    )
    (func (;76;) (type 23) (param i32 i32 i32 i64) (result i32)
      local.get 0
      local.get 1
      local.get 2
      local.get 3
      i32.const 1024
      call $types--method-descriptor-write
      local.get 0
      call $types-descriptor-drop
      i32.const 1024
    )
    (func (;77;) (type 1) (param i32)
      call $forget
    )
    (func (;78;) (type 15) (param i32) (result i32)
      local.get 0
      i32.const 1024
      call $types--method-descriptor-read-directory
      local.get 0
      call $types-descriptor-drop
      i32.const 1024
    )
    (func (;79;) (type 1) (param i32)
      call $forget
    )
    (func (;80;) (type 15) (param i32) (result i32)
      local.get 0
      i32.const 1024
      call $types--method-descriptor-sync
      local.get 0
      call $types-descriptor-drop
      i32.const 1024
    )
    (func (;81;) (type 1) (param i32)
      call $forget
    )
    (func (;82;) (type 24) (param i32 i32 i32) (result i32)
      local.get 0
      local.get 1
      local.get 2
      i32.const 1024
      call $types--method-descriptor-create-directory-at
      local.get 0
      call $types-descriptor-drop
      i32.const 1024
    )
    (func (;83;) (type 1) (param i32)
      call $forget
    )
    (func (;84;) (type 15) (param i32) (result i32)
      local.get 0
      i32.const 1024
      call $types--method-descriptor-stat
      local.get 0
      call $types-descriptor-drop
      i32.const 1024
    )
    (func (;85;) (type 1) (param i32)
      call $forget
    )
    (func (;86;) (type 18) (param i32 i32 i32 i32) (result i32)
      local.get 0
      local.get 1
      local.get 2
      local.get 3
      i32.const 1024
      call $types--method-descriptor-stat-at
      local.get 0
      call $types-descriptor-drop
      i32.const 1024
    )
    (func (;87;) (type 1) (param i32)
      call $forget
    )
    (func (;88;) (type 25) (param i32 i32 i32 i32 i32 i64 i32 i32 i64 i32) (result i32)
      local.get 0
      local.get 1
      local.get 2
      local.get 3
      local.get 4
      local.get 5
      local.get 6
      local.get 7
      local.get 8
      local.get 9
      i32.const 1024
      call $types--method-descriptor-set-times-at
      local.get 0
      call $types-descriptor-drop
      i32.const 1024
    )
    (func (;89;) (type 1) (param i32)
      call $forget
    )
    (func (;90;) (type 26) (param i32 i32 i32 i32 i32 i32 i32) (result i32)
      local.get 0
      local.get 1
      local.get 2
      local.get 3
      local.get 4
      local.get 5
      local.get 6
      i32.const 1024
      call $types--method-descriptor-link-at
      local.get 0
      call $types-descriptor-drop
      local.get 4
      call $types-descriptor-drop
      i32.const 1024
    )
    (func (;91;) (type 1) (param i32)
      call $forget
    )
    (func (;92;) (type 27) (param i32 i32 i32 i32 i32 i32) (result i32)
      local.get 0
      local.get 1
      local.get 2
      local.get 3
      local.get 4
      local.get 5
      i32.const 1024
      call $types--method-descriptor-open-at
      local.get 0
      call $types-descriptor-drop
      i32.const 1024
    )
    (func (;93;) (type 1) (param i32)
      call $forget
    )
    (func (;94;) (type 24) (param i32 i32 i32) (result i32)
      local.get 0
      local.get 1
      local.get 2
      i32.const 1024
      call $types--method-descriptor-readlink-at
      local.get 0
      call $types-descriptor-drop
      i32.const 1024
    )
    (func (;95;) (type 1) (param i32)
      call $forget
    )
    (func (;96;) (type 24) (param i32 i32 i32) (result i32)
      local.get 0
      local.get 1
      local.get 2
      i32.const 1024
      call $types--method-descriptor-remove-directory-at
      local.get 0
      call $types-descriptor-drop
      i32.const 1024
    )
    (func (;97;) (type 1) (param i32)
      call $forget
    )
    (func (;98;) (type 27) (param i32 i32 i32 i32 i32 i32) (result i32)
      local.get 0
      local.get 1
      local.get 2
      local.get 3
      local.get 4
      local.get 5
      i32.const 1024
      call $types--method-descriptor-rename-at
      local.get 0
      call $types-descriptor-drop
      local.get 3
      call $types-descriptor-drop
      i32.const 1024
    )
    (func (;99;) (type 1) (param i32)
      call $forget
    )
    (func (;100;) (type 28) (param i32 i32 i32 i32 i32) (result i32)
      local.get 0
      local.get 1
      local.get 2
      local.get 3
      local.get 4
      i32.const 1024
      call $types--method-descriptor-symlink-at
      local.get 0
      call $types-descriptor-drop
      i32.const 1024
    )
    (func (;101;) (type 1) (param i32)
      call $forget
    )
    (func (;102;) (type 24) (param i32 i32 i32) (result i32)
      local.get 0
      local.get 1
      local.get 2
      i32.const 1024
      call $types--method-descriptor-unlink-file-at
      local.get 0
      call $types-descriptor-drop
      i32.const 1024
    )
    (func (;103;) (type 1) (param i32)
      call $forget
    )
    (func (;104;) (type 5) (param i32 i32) (result i32)
      local.get 0
      local.get 1
      call $types--method-descriptor-is-same-object
      local.get 0
      call $types-descriptor-drop
      local.get 1
      call $types-descriptor-drop
    )
    (func (;105;) (type 1) (param i32)
      call $forget
    )
    (func (;106;) (type 15) (param i32) (result i32)
      local.get 0
      i32.const 1024
      call $types--method-descriptor-metadata-hash
      local.get 0
      call $types-descriptor-drop
      i32.const 1024
    )
    (func (;107;) (type 1) (param i32)
      call $forget
    )
    (func (;108;) (type 18) (param i32 i32 i32 i32) (result i32)
      local.get 0
      local.get 1
      local.get 2
      local.get 3
      i32.const 1024
      call $types--method-descriptor-metadata-hash-at
      local.get 0
      call $types-descriptor-drop
      i32.const 1024
    )
    (func (;109;) (type 1) (param i32)
      call $forget
    )
    (func (;110;) (type 15) (param i32) (result i32)
      local.get 0
      i32.const 1024
      call $types--method-directory-entry-stream-read-directory-entry
      local.get 0
      call $types-directory-entry-stream-drop
      i32.const 1024
    )
    (func (;111;) (type 1) (param i32)
      call $forget
    )
    (func (;112;) (type 19) (param i32 i64) (result i32)
      local.get 0
      local.get 1
      i32.const 1024
      call $streams--method-input-stream-read
      local.get 0
      call $streams-input-stream-drop
      i32.const 1024
    )
    (func (;113;) (type 1) (param i32)
      call $forget
    )
    (func (;114;) (type 19) (param i32 i64) (result i32)
      local.get 0
      local.get 1
      i32.const 1024
      call $streams--method-input-stream-blocking-read
      local.get 0
      call $streams-input-stream-drop
      i32.const 1024
    )
    (func (;115;) (type 1) (param i32)
      call $forget
    )
    (func (;116;) (type 19) (param i32 i64) (result i32)
      local.get 0
      local.get 1
      i32.const 1024
      call $streams--method-input-stream-skip
      local.get 0
      call $streams-input-stream-drop
      i32.const 1024
    )
    (func (;117;) (type 1) (param i32)
      call $forget
    )
    (func (;118;) (type 19) (param i32 i64) (result i32)
      local.get 0
      local.get 1
      i32.const 1024
      call $streams--method-input-stream-blocking-skip
      local.get 0
      call $streams-input-stream-drop
      i32.const 1024
    )
    (func (;119;) (type 1) (param i32)
      call $forget
    )
    (func (;120;) (type 15) (param i32) (result i32)
      local.get 0
      call $streams--method-input-stream-subscribe
      local.get 0
      call $streams-input-stream-drop
    )
    (func (;121;) (type 1) (param i32)
      call $forget
    )
    (func (;122;) (type 15) (param i32) (result i32)
      local.get 0
      i32.const 1024
      call $streams--method-output-stream-check-write
      local.get 0
      call $streams-output-stream-drop
      i32.const 1024
    )
    (func (;123;) (type 1) (param i32)
      call $forget
    )
    (func (;124;) (type 24) (param i32 i32 i32) (result i32)
      local.get 0
      local.get 1
      local.get 2
      i32.const 1024
      call $streams--method-output-stream-write
      local.get 0
      call $streams-output-stream-drop
      i32.const 1024
    )
    (func (;125;) (type 1) (param i32)
      call $forget
    )
    (func (;126;) (type 24) (param i32 i32 i32) (result i32)
      local.get 0
      local.get 1
      local.get 2
      i32.const 1024
      call $streams--method-output-stream-blocking-write-and-flush
      local.get 0
      call $streams-output-stream-drop
      i32.const 1024
    )
    (func (;127;) (type 1) (param i32)
      call $forget
    )
    (func (;128;) (type 15) (param i32) (result i32)
      local.get 0
      i32.const 1024
      call $streams--method-output-stream-flush
      local.get 0
      call $streams-output-stream-drop
      i32.const 1024
    )
    (func (;129;) (type 1) (param i32)
      call $forget
    )
    (func (;130;) (type 15) (param i32) (result i32)
      local.get 0
      i32.const 1024
      call $streams--method-output-stream-blocking-flush
      local.get 0
      call $streams-output-stream-drop
      i32.const 1024
    )
    (func (;131;) (type 1) (param i32)
      call $forget
    )
    (func (;132;) (type 15) (param i32) (result i32)
      local.get 0
      call $streams--method-output-stream-subscribe
      local.get 0
      call $streams-output-stream-drop
    )
    (func (;133;) (type 1) (param i32)
      call $forget
    )
    (func (;134;) (type 19) (param i32 i64) (result i32)
      local.get 0
      local.get 1
      i32.const 1024
      call $streams--method-output-stream-write-zeroes
      local.get 0
      call $streams-output-stream-drop
      i32.const 1024
    )
    (func (;135;) (type 1) (param i32)
      call $forget
    )
    (func (;136;) (type 19) (param i32 i64) (result i32)
      local.get 0
      local.get 1
      i32.const 1024
      call $streams--method-output-stream-blocking-write-zeroes-and-flush
      local.get 0
      call $streams-output-stream-drop
      i32.const 1024
    )
    (func (;137;) (type 1) (param i32)
      call $forget
    )
    (func (;138;) (type 29) (param i32 i32 i64) (result i32)
      local.get 0
      local.get 1
      local.get 2
      i32.const 1024
      call $streams--method-output-stream-splice
      local.get 0
      call $streams-output-stream-drop
      local.get 1
      call $streams-input-stream-drop
      i32.const 1024
    )
    (func (;139;) (type 1) (param i32)
      call $forget
    )
    (func (;140;) (type 29) (param i32 i32 i64) (result i32)
      local.get 0
      local.get 1
      local.get 2
      i32.const 1024
      call $streams--method-output-stream-blocking-splice
      local.get 0
      call $streams-output-stream-drop
      local.get 1
      call $streams-input-stream-drop
      i32.const 1024
    )
    (func (;141;) (type 1) (param i32)
      call $forget
    )
    (func (;142;) (type 15) (param i32) (result i32)
      local.get 0
      i32.const 1024
      call $types-filesystem-error-code
      local.get 0
      call $error-error-drop
      i32.const 1024
    )
    (func (;143;) (type 1) (param i32)
      call $forget
    )
    (func (;144;) (type 0) (result i32)
      i32.const 1024
      call $preopens-get-directories
      i32.const 1024
    )
    (func (;145;) (type 1) (param i32)
      call $forget
    )
    (func (;146;) (type 0) (result i32)
      call $stdin-get-stdin
    )
    (func (;147;) (type 1) (param i32)
      call $forget
    )
    (func (;148;) (type 0) (result i32)
      call $stdout-get-stdout
    )
    (func (;149;) (type 1) (param i32)
      call $forget
    )
    (func (;150;) (type 0) (result i32)
      call $stderr-get-stderr
    )
    (func (;151;) (type 1) (param i32)
      call $forget
    )
    (@producers
      (processed-by "wit-component" "0.259.0")
    )
  )
  (core module $wit-component-shim-module (;1;)
    (type (;0;) (func (param i32)))
    (type (;1;) (func (param i32 i64 i64 i32 i32)))
    (type (;2;) (func (param i32 i32)))
    (type (;3;) (func (param i32 i32 i32 i32)))
    (type (;4;) (func (param i32 i32 i32 i32 i32 i32 i32 i32)))
    (type (;5;) (func (param i32 i32 i32 i32 i32)))
    (type (;6;) (func (param i32 i32 i32 i32 i32 i32 i32)))
    (type (;7;) (func (param i32 i64 i64 i32)))
    (type (;8;) (func (param i32 i64 i32)))
    (type (;9;) (func (param i32 i32 i64 i32 i32 i64 i32 i32)))
    (type (;10;) (func (param i32 i32 i32 i32 i32 i64 i32 i32 i64 i32 i32)))
    (type (;11;) (func (param i32 i32 i32 i32 i32 i32)))
    (type (;12;) (func (param i32 i32 i32 i64 i32)))
    (type (;13;) (func (param i32 i32 i64 i32)))
    (table (;0;) 42 42 funcref)
    (export "0" (func 0))
    (export "1" (func 1))
    (export "2" (func 2))
    (export "3" (func 3))
    (export "4" (func 4))
    (export "5" (func 5))
    (export "6" (func 6))
    (export "7" (func 7))
    (export "8" (func 8))
    (export "9" (func 9))
    (export "10" (func 10))
    (export "11" (func 11))
    (export "12" (func 12))
    (export "13" (func 13))
    (export "14" (func 14))
    (export "15" (func 15))
    (export "16" (func 16))
    (export "17" (func 17))
    (export "18" (func 18))
    (export "19" (func 19))
    (export "20" (func 20))
    (export "21" (func 21))
    (export "22" (func 22))
    (export "23" (func 23))
    (export "24" (func 24))
    (export "25" (func 25))
    (export "26" (func 26))
    (export "27" (func 27))
    (export "28" (func 28))
    (export "29" (func 29))
    (export "30" (func 30))
    (export "31" (func 31))
    (export "32" (func 32))
    (export "33" (func 33))
    (export "34" (func 34))
    (export "35" (func 35))
    (export "36" (func 36))
    (export "37" (func 37))
    (export "38" (func 38))
    (export "39" (func 39))
    (export "40" (func 40))
    (export "41" (func 41))
    (export "$imports" (table 0))
    (func (;0;) (type 0) (param i32)
      local.get 0
      i32.const 0
      call_indirect (type 0)
    )
    (func (;1;) (type 1) (param i32 i64 i64 i32 i32)
      local.get 0
      local.get 1
      local.get 2
      local.get 3
      local.get 4
      i32.const 1
      call_indirect (type 1)
    )
    (func (;2;) (type 2) (param i32 i32)
      local.get 0
      local.get 1
      i32.const 2
      call_indirect (type 2)
    )
    (func (;3;) (type 3) (param i32 i32 i32 i32)
      local.get 0
      local.get 1
      local.get 2
      local.get 3
      i32.const 3
      call_indirect (type 3)
    )
    (func (;4;) (type 2) (param i32 i32)
      local.get 0
      local.get 1
      i32.const 4
      call_indirect (type 2)
    )
    (func (;5;) (type 2) (param i32 i32)
      local.get 0
      local.get 1
      i32.const 5
      call_indirect (type 2)
    )
    (func (;6;) (type 4) (param i32 i32 i32 i32 i32 i32 i32 i32)
      local.get 0
      local.get 1
      local.get 2
      local.get 3
      local.get 4
      local.get 5
      local.get 6
      local.get 7
      i32.const 6
      call_indirect (type 4)
    )
    (func (;7;) (type 2) (param i32 i32)
      local.get 0
      local.get 1
      i32.const 7
      call_indirect (type 2)
    )
    (func (;8;) (type 5) (param i32 i32 i32 i32 i32)
      local.get 0
      local.get 1
      local.get 2
      local.get 3
      local.get 4
      i32.const 8
      call_indirect (type 5)
    )
    (func (;9;) (type 6) (param i32 i32 i32 i32 i32 i32 i32)
      local.get 0
      local.get 1
      local.get 2
      local.get 3
      local.get 4
      local.get 5
      local.get 6
      i32.const 9
      call_indirect (type 6)
    )
    (func (;10;) (type 7) (param i32 i64 i64 i32)
      local.get 0
      local.get 1
      local.get 2
      local.get 3
      i32.const 10
      call_indirect (type 7)
    )
    (func (;11;) (type 2) (param i32 i32)
      local.get 0
      local.get 1
      i32.const 11
      call_indirect (type 2)
    )
    (func (;12;) (type 8) (param i32 i64 i32)
      local.get 0
      local.get 1
      local.get 2
      i32.const 12
      call_indirect (type 8)
    )
    (func (;13;) (type 3) (param i32 i32 i32 i32)
      local.get 0
      local.get 1
      local.get 2
      local.get 3
      i32.const 13
      call_indirect (type 3)
    )
    (func (;14;) (type 3) (param i32 i32 i32 i32)
      local.get 0
      local.get 1
      local.get 2
      local.get 3
      i32.const 14
      call_indirect (type 3)
    )
    (func (;15;) (type 6) (param i32 i32 i32 i32 i32 i32 i32)
      local.get 0
      local.get 1
      local.get 2
      local.get 3
      local.get 4
      local.get 5
      local.get 6
      i32.const 15
      call_indirect (type 6)
    )
    (func (;16;) (type 8) (param i32 i64 i32)
      local.get 0
      local.get 1
      local.get 2
      i32.const 16
      call_indirect (type 8)
    )
    (func (;17;) (type 9) (param i32 i32 i64 i32 i32 i64 i32 i32)
      local.get 0
      local.get 1
      local.get 2
      local.get 3
      local.get 4
      local.get 5
      local.get 6
      local.get 7
      i32.const 17
      call_indirect (type 9)
    )
    (func (;18;) (type 10) (param i32 i32 i32 i32 i32 i64 i32 i32 i64 i32 i32)
      local.get 0
      local.get 1
      local.get 2
      local.get 3
      local.get 4
      local.get 5
      local.get 6
      local.get 7
      local.get 8
      local.get 9
      local.get 10
      i32.const 18
      call_indirect (type 10)
    )
    (func (;19;) (type 2) (param i32 i32)
      local.get 0
      local.get 1
      i32.const 19
      call_indirect (type 2)
    )
    (func (;20;) (type 5) (param i32 i32 i32 i32 i32)
      local.get 0
      local.get 1
      local.get 2
      local.get 3
      local.get 4
      i32.const 20
      call_indirect (type 5)
    )
    (func (;21;) (type 11) (param i32 i32 i32 i32 i32 i32)
      local.get 0
      local.get 1
      local.get 2
      local.get 3
      local.get 4
      local.get 5
      i32.const 21
      call_indirect (type 11)
    )
    (func (;22;) (type 2) (param i32 i32)
      local.get 0
      local.get 1
      i32.const 22
      call_indirect (type 2)
    )
    (func (;23;) (type 2) (param i32 i32)
      local.get 0
      local.get 1
      i32.const 23
      call_indirect (type 2)
    )
    (func (;24;) (type 3) (param i32 i32 i32 i32)
      local.get 0
      local.get 1
      local.get 2
      local.get 3
      i32.const 24
      call_indirect (type 3)
    )
    (func (;25;) (type 12) (param i32 i32 i32 i64 i32)
      local.get 0
      local.get 1
      local.get 2
      local.get 3
      local.get 4
      i32.const 25
      call_indirect (type 12)
    )
    (func (;26;) (type 8) (param i32 i64 i32)
      local.get 0
      local.get 1
      local.get 2
      i32.const 26
      call_indirect (type 8)
    )
    (func (;27;) (type 2) (param i32 i32)
      local.get 0
      local.get 1
      i32.const 27
      call_indirect (type 2)
    )
    (func (;28;) (type 2) (param i32 i32)
      local.get 0
      local.get 1
      i32.const 28
      call_indirect (type 2)
    )
    (func (;29;) (type 8) (param i32 i64 i32)
      local.get 0
      local.get 1
      local.get 2
      i32.const 29
      call_indirect (type 8)
    )
    (func (;30;) (type 8) (param i32 i64 i32)
      local.get 0
      local.get 1
      local.get 2
      i32.const 30
      call_indirect (type 8)
    )
    (func (;31;) (type 8) (param i32 i64 i32)
      local.get 0
      local.get 1
      local.get 2
      i32.const 31
      call_indirect (type 8)
    )
    (func (;32;) (type 8) (param i32 i64 i32)
      local.get 0
      local.get 1
      local.get 2
      i32.const 32
      call_indirect (type 8)
    )
    (func (;33;) (type 2) (param i32 i32)
      local.get 0
      local.get 1
      i32.const 33
      call_indirect (type 2)
    )
    (func (;34;) (type 13) (param i32 i32 i64 i32)
      local.get 0
      local.get 1
      local.get 2
      local.get 3
      i32.const 34
      call_indirect (type 13)
    )
    (func (;35;) (type 3) (param i32 i32 i32 i32)
      local.get 0
      local.get 1
      local.get 2
      local.get 3
      i32.const 35
      call_indirect (type 3)
    )
    (func (;36;) (type 8) (param i32 i64 i32)
      local.get 0
      local.get 1
      local.get 2
      i32.const 36
      call_indirect (type 8)
    )
    (func (;37;) (type 2) (param i32 i32)
      local.get 0
      local.get 1
      i32.const 37
      call_indirect (type 2)
    )
    (func (;38;) (type 2) (param i32 i32)
      local.get 0
      local.get 1
      i32.const 38
      call_indirect (type 2)
    )
    (func (;39;) (type 13) (param i32 i32 i64 i32)
      local.get 0
      local.get 1
      local.get 2
      local.get 3
      i32.const 39
      call_indirect (type 13)
    )
    (func (;40;) (type 3) (param i32 i32 i32 i32)
      local.get 0
      local.get 1
      local.get 2
      local.get 3
      i32.const 40
      call_indirect (type 3)
    )
    (func (;41;) (type 8) (param i32 i64 i32)
      local.get 0
      local.get 1
      local.get 2
      i32.const 41
      call_indirect (type 8)
    )
    (@producers
      (processed-by "wit-component" "0.259.0")
    )
  )
  (core instance $wit-component-shim-instance (;0;) (instantiate $wit-component-shim-module))
  (alias export $wasi:io/error@0.2.0 "error" (type $"#type19 error" (@name "error") (;19;)))
  (alias export $wasi:io/poll@0.2.0 "pollable" (type $"#type20 pollable" (@name "pollable") (;20;)))
  (alias export $wasi:io/streams@0.2.0 "input-stream" (type $"#type21 input-stream" (@name "input-stream") (;21;)))
  (alias export $wasi:io/streams@0.2.0 "output-stream" (type $"#type22 output-stream" (@name "output-stream") (;22;)))
  (alias export $wasi:io/streams@0.2.0 "stream-error" (type $stream-error (;23;)))
  (alias export $wasi:filesystem/types@0.2.0 "descriptor" (type $"#type24 descriptor" (@name "descriptor") (;24;)))
  (alias export $wasi:filesystem/types@0.2.0 "directory-entry-stream" (type $directory-entry-stream (;25;)))
  (alias export $wasi:filesystem/types@0.2.0 "error-code" (type $error-code (;26;)))
  (alias export $wasi:filesystem/types@0.2.0 "descriptor-flags" (type $descriptor-flags (;27;)))
  (alias export $wasi:filesystem/types@0.2.0 "descriptor-type" (type $descriptor-type (;28;)))
  (alias export $wasi:filesystem/types@0.2.0 "descriptor-stat" (type $descriptor-stat (;29;)))
  (alias export $wasi:filesystem/types@0.2.0 "path-flags" (type $path-flags (;30;)))
  (alias export $wasi:filesystem/types@0.2.0 "open-flags" (type $open-flags (;31;)))
  (alias export $wasi:filesystem/types@0.2.0 "new-timestamp" (type $new-timestamp (;32;)))
  (alias export $wasi:filesystem/types@0.2.0 "advice" (type $advice (;33;)))
  (alias export $wasi:filesystem/types@0.2.0 "metadata-hash-value" (type $metadata-hash-value (;34;)))
  (alias export $wasi:filesystem/types@0.2.0 "directory-entry" (type $directory-entry (;35;)))
  (alias export $wasi:filesystem/types@0.2.0 "filesize" (type $filesize (;36;)))
  (alias export $wasi:cli/stderr@0.2.0 "get-stderr" (func $get-stderr (;0;)))
  (core func $get-stderr (;0;) (canon lower (func $get-stderr)))
  (core instance $cm32p2|wasi:cli/stderr@0.2 (;1;)
    (export "get-stderr" (func $get-stderr))
  )
  (alias export $wasi:cli/stdin@0.2.0 "get-stdin" (func $get-stdin (;1;)))
  (core func $get-stdin (;1;) (canon lower (func $get-stdin)))
  (core instance $cm32p2|wasi:cli/stdin@0.2 (;2;)
    (export "get-stdin" (func $get-stdin))
  )
  (alias export $wasi:cli/stdout@0.2.0 "get-stdout" (func $get-stdout (;2;)))
  (core func $get-stdout (;2;) (canon lower (func $get-stdout)))
  (core instance $cm32p2|wasi:cli/stdout@0.2 (;3;)
    (export "get-stdout" (func $get-stdout))
  )
  (alias core export $wit-component-shim-instance "0" (core func $indirect-cm32p2|wasi:filesystem/preopens@0.2-get-directories (;3;)))
  (core instance $cm32p2|wasi:filesystem/preopens@0.2 (;4;)
    (export "get-directories" (func $indirect-cm32p2|wasi:filesystem/preopens@0.2-get-directories))
  )
  (alias core export $wit-component-shim-instance "1" (core func $"indirect-cm32p2|wasi:filesystem/types@0.2-[method]descriptor.advise" (;4;)))
  (alias core export $wit-component-shim-instance "2" (core func $"indirect-cm32p2|wasi:filesystem/types@0.2-[method]descriptor.append-via-stream" (;5;)))
  (alias core export $wit-component-shim-instance "3" (core func $"indirect-cm32p2|wasi:filesystem/types@0.2-[method]descriptor.create-directory-at" (;6;)))
  (alias core export $wit-component-shim-instance "4" (core func $"indirect-cm32p2|wasi:filesystem/types@0.2-[method]descriptor.get-flags" (;7;)))
  (alias core export $wit-component-shim-instance "5" (core func $"indirect-cm32p2|wasi:filesystem/types@0.2-[method]descriptor.get-type" (;8;)))
  (alias export $wasi:filesystem/types@0.2.0 "[method]descriptor.is-same-object" (func $"[method]descriptor.is-same-object" (;3;)))
  (core func $"[method]descriptor.is-same-object" (;9;) (canon lower (func $"[method]descriptor.is-same-object")))
  (alias core export $wit-component-shim-instance "6" (core func $"indirect-cm32p2|wasi:filesystem/types@0.2-[method]descriptor.link-at" (;10;)))
  (alias core export $wit-component-shim-instance "7" (core func $"indirect-cm32p2|wasi:filesystem/types@0.2-[method]descriptor.metadata-hash" (;11;)))
  (alias core export $wit-component-shim-instance "8" (core func $"indirect-cm32p2|wasi:filesystem/types@0.2-[method]descriptor.metadata-hash-at" (;12;)))
  (alias core export $wit-component-shim-instance "9" (core func $"indirect-cm32p2|wasi:filesystem/types@0.2-[method]descriptor.open-at" (;13;)))
  (alias core export $wit-component-shim-instance "10" (core func $"indirect-cm32p2|wasi:filesystem/types@0.2-[method]descriptor.read" (;14;)))
  (alias core export $wit-component-shim-instance "11" (core func $"indirect-cm32p2|wasi:filesystem/types@0.2-[method]descriptor.read-directory" (;15;)))
  (alias core export $wit-component-shim-instance "12" (core func $"indirect-cm32p2|wasi:filesystem/types@0.2-[method]descriptor.read-via-stream" (;16;)))
  (alias core export $wit-component-shim-instance "13" (core func $"indirect-cm32p2|wasi:filesystem/types@0.2-[method]descriptor.readlink-at" (;17;)))
  (alias core export $wit-component-shim-instance "14" (core func $"indirect-cm32p2|wasi:filesystem/types@0.2-[method]descriptor.remove-directory-at" (;18;)))
  (alias core export $wit-component-shim-instance "15" (core func $"indirect-cm32p2|wasi:filesystem/types@0.2-[method]descriptor.rename-at" (;19;)))
  (alias core export $wit-component-shim-instance "16" (core func $"indirect-cm32p2|wasi:filesystem/types@0.2-[method]descriptor.set-size" (;20;)))
  (alias core export $wit-component-shim-instance "17" (core func $"indirect-cm32p2|wasi:filesystem/types@0.2-[method]descriptor.set-times" (;21;)))
  (alias core export $wit-component-shim-instance "18" (core func $"indirect-cm32p2|wasi:filesystem/types@0.2-[method]descriptor.set-times-at" (;22;)))
  (alias core export $wit-component-shim-instance "19" (core func $"indirect-cm32p2|wasi:filesystem/types@0.2-[method]descriptor.stat" (;23;)))
  (alias core export $wit-component-shim-instance "20" (core func $"indirect-cm32p2|wasi:filesystem/types@0.2-[method]descriptor.stat-at" (;24;)))
  (alias core export $wit-component-shim-instance "21" (core func $"indirect-cm32p2|wasi:filesystem/types@0.2-[method]descriptor.symlink-at" (;25;)))
  (alias core export $wit-component-shim-instance "22" (core func $"indirect-cm32p2|wasi:filesystem/types@0.2-[method]descriptor.sync" (;26;)))
  (alias core export $wit-component-shim-instance "23" (core func $"indirect-cm32p2|wasi:filesystem/types@0.2-[method]descriptor.sync-data" (;27;)))
  (alias core export $wit-component-shim-instance "24" (core func $"indirect-cm32p2|wasi:filesystem/types@0.2-[method]descriptor.unlink-file-at" (;28;)))
  (alias core export $wit-component-shim-instance "25" (core func $"indirect-cm32p2|wasi:filesystem/types@0.2-[method]descriptor.write" (;29;)))
  (alias core export $wit-component-shim-instance "26" (core func $"indirect-cm32p2|wasi:filesystem/types@0.2-[method]descriptor.write-via-stream" (;30;)))
  (alias core export $wit-component-shim-instance "27" (core func $"indirect-cm32p2|wasi:filesystem/types@0.2-[method]directory-entry-stream.read-directory-entry" (;31;)))
  (alias export $wasi:filesystem/types@0.2.0 "descriptor" (type $"#type37 descriptor" (@name "descriptor") (;37;)))
  (core func $resource.drop (;32;) (canon resource.drop $"#type37 descriptor"))
  (alias export $wasi:filesystem/types@0.2.0 "directory-entry-stream" (type $"#type38 directory-entry-stream" (@name "directory-entry-stream") (;38;)))
  (core func $"#core-func33 resource.drop" (@name "resource.drop") (;33;) (canon resource.drop $"#type38 directory-entry-stream"))
  (alias core export $wit-component-shim-instance "28" (core func $indirect-cm32p2|wasi:filesystem/types@0.2-filesystem-error-code (;34;)))
  (core instance $cm32p2|wasi:filesystem/types@0.2 (;5;)
    (export "[method]descriptor.advise" (func $"indirect-cm32p2|wasi:filesystem/types@0.2-[method]descriptor.advise"))
    (export "[method]descriptor.append-via-stream" (func $"indirect-cm32p2|wasi:filesystem/types@0.2-[method]descriptor.append-via-stream"))
    (export "[method]descriptor.create-directory-at" (func $"indirect-cm32p2|wasi:filesystem/types@0.2-[method]descriptor.create-directory-at"))
    (export "[method]descriptor.get-flags" (func $"indirect-cm32p2|wasi:filesystem/types@0.2-[method]descriptor.get-flags"))
    (export "[method]descriptor.get-type" (func $"indirect-cm32p2|wasi:filesystem/types@0.2-[method]descriptor.get-type"))
    (export "[method]descriptor.is-same-object" (func $"[method]descriptor.is-same-object"))
    (export "[method]descriptor.link-at" (func $"indirect-cm32p2|wasi:filesystem/types@0.2-[method]descriptor.link-at"))
    (export "[method]descriptor.metadata-hash" (func $"indirect-cm32p2|wasi:filesystem/types@0.2-[method]descriptor.metadata-hash"))
    (export "[method]descriptor.metadata-hash-at" (func $"indirect-cm32p2|wasi:filesystem/types@0.2-[method]descriptor.metadata-hash-at"))
    (export "[method]descriptor.open-at" (func $"indirect-cm32p2|wasi:filesystem/types@0.2-[method]descriptor.open-at"))
    (export "[method]descriptor.read" (func $"indirect-cm32p2|wasi:filesystem/types@0.2-[method]descriptor.read"))
    (export "[method]descriptor.read-directory" (func $"indirect-cm32p2|wasi:filesystem/types@0.2-[method]descriptor.read-directory"))
    (export "[method]descriptor.read-via-stream" (func $"indirect-cm32p2|wasi:filesystem/types@0.2-[method]descriptor.read-via-stream"))
    (export "[method]descriptor.readlink-at" (func $"indirect-cm32p2|wasi:filesystem/types@0.2-[method]descriptor.readlink-at"))
    (export "[method]descriptor.remove-directory-at" (func $"indirect-cm32p2|wasi:filesystem/types@0.2-[method]descriptor.remove-directory-at"))
    (export "[method]descriptor.rename-at" (func $"indirect-cm32p2|wasi:filesystem/types@0.2-[method]descriptor.rename-at"))
    (export "[method]descriptor.set-size" (func $"indirect-cm32p2|wasi:filesystem/types@0.2-[method]descriptor.set-size"))
    (export "[method]descriptor.set-times" (func $"indirect-cm32p2|wasi:filesystem/types@0.2-[method]descriptor.set-times"))
    (export "[method]descriptor.set-times-at" (func $"indirect-cm32p2|wasi:filesystem/types@0.2-[method]descriptor.set-times-at"))
    (export "[method]descriptor.stat" (func $"indirect-cm32p2|wasi:filesystem/types@0.2-[method]descriptor.stat"))
    (export "[method]descriptor.stat-at" (func $"indirect-cm32p2|wasi:filesystem/types@0.2-[method]descriptor.stat-at"))
    (export "[method]descriptor.symlink-at" (func $"indirect-cm32p2|wasi:filesystem/types@0.2-[method]descriptor.symlink-at"))
    (export "[method]descriptor.sync" (func $"indirect-cm32p2|wasi:filesystem/types@0.2-[method]descriptor.sync"))
    (export "[method]descriptor.sync-data" (func $"indirect-cm32p2|wasi:filesystem/types@0.2-[method]descriptor.sync-data"))
    (export "[method]descriptor.unlink-file-at" (func $"indirect-cm32p2|wasi:filesystem/types@0.2-[method]descriptor.unlink-file-at"))
    (export "[method]descriptor.write" (func $"indirect-cm32p2|wasi:filesystem/types@0.2-[method]descriptor.write"))
    (export "[method]descriptor.write-via-stream" (func $"indirect-cm32p2|wasi:filesystem/types@0.2-[method]descriptor.write-via-stream"))
    (export "[method]directory-entry-stream.read-directory-entry" (func $"indirect-cm32p2|wasi:filesystem/types@0.2-[method]directory-entry-stream.read-directory-entry"))
    (export "descriptor_drop" (func $resource.drop))
    (export "directory-entry-stream_drop" (func $"#core-func33 resource.drop"))
    (export "filesystem-error-code" (func $indirect-cm32p2|wasi:filesystem/types@0.2-filesystem-error-code))
  )
  (alias export $wasi:io/error@0.2.0 "error" (type $"#type39 error" (@name "error") (;39;)))
  (core func $"#core-func35 resource.drop" (@name "resource.drop") (;35;) (canon resource.drop $"#type39 error"))
  (core instance $cm32p2|wasi:io/error@0.2 (;6;)
    (export "error_drop" (func $"#core-func35 resource.drop"))
  )
  (alias core export $wit-component-shim-instance "29" (core func $"indirect-cm32p2|wasi:io/streams@0.2-[method]input-stream.blocking-read" (;36;)))
  (alias core export $wit-component-shim-instance "30" (core func $"indirect-cm32p2|wasi:io/streams@0.2-[method]input-stream.blocking-skip" (;37;)))
  (alias core export $wit-component-shim-instance "31" (core func $"indirect-cm32p2|wasi:io/streams@0.2-[method]input-stream.read" (;38;)))
  (alias core export $wit-component-shim-instance "32" (core func $"indirect-cm32p2|wasi:io/streams@0.2-[method]input-stream.skip" (;39;)))
  (alias export $wasi:io/streams@0.2.0 "[method]input-stream.subscribe" (func $"[method]input-stream.subscribe" (;4;)))
  (core func $"[method]input-stream.subscribe" (;40;) (canon lower (func $"[method]input-stream.subscribe")))
  (alias core export $wit-component-shim-instance "33" (core func $"indirect-cm32p2|wasi:io/streams@0.2-[method]output-stream.blocking-flush" (;41;)))
  (alias core export $wit-component-shim-instance "34" (core func $"indirect-cm32p2|wasi:io/streams@0.2-[method]output-stream.blocking-splice" (;42;)))
  (alias core export $wit-component-shim-instance "35" (core func $"indirect-cm32p2|wasi:io/streams@0.2-[method]output-stream.blocking-write-and-flush" (;43;)))
  (alias core export $wit-component-shim-instance "36" (core func $"indirect-cm32p2|wasi:io/streams@0.2-[method]output-stream.blocking-write-zeroes-and-flush" (;44;)))
  (alias core export $wit-component-shim-instance "37" (core func $"indirect-cm32p2|wasi:io/streams@0.2-[method]output-stream.check-write" (;45;)))
  (alias core export $wit-component-shim-instance "38" (core func $"indirect-cm32p2|wasi:io/streams@0.2-[method]output-stream.flush" (;46;)))
  (alias core export $wit-component-shim-instance "39" (core func $"indirect-cm32p2|wasi:io/streams@0.2-[method]output-stream.splice" (;47;)))
  (alias export $wasi:io/streams@0.2.0 "[method]output-stream.subscribe" (func $"[method]output-stream.subscribe" (;5;)))
  (core func $"[method]output-stream.subscribe" (;48;) (canon lower (func $"[method]output-stream.subscribe")))
  (alias core export $wit-component-shim-instance "40" (core func $"indirect-cm32p2|wasi:io/streams@0.2-[method]output-stream.write" (;49;)))
  (alias core export $wit-component-shim-instance "41" (core func $"indirect-cm32p2|wasi:io/streams@0.2-[method]output-stream.write-zeroes" (;50;)))
  (alias export $wasi:io/streams@0.2.0 "input-stream" (type $"#type40 input-stream" (@name "input-stream") (;40;)))
  (core func $"#core-func51 resource.drop" (@name "resource.drop") (;51;) (canon resource.drop $"#type40 input-stream"))
  (alias export $wasi:io/streams@0.2.0 "output-stream" (type $"#type41 output-stream" (@name "output-stream") (;41;)))
  (core func $"#core-func52 resource.drop" (@name "resource.drop") (;52;) (canon resource.drop $"#type41 output-stream"))
  (core instance $cm32p2|wasi:io/streams@0.2 (;7;)
    (export "[method]input-stream.blocking-read" (func $"indirect-cm32p2|wasi:io/streams@0.2-[method]input-stream.blocking-read"))
    (export "[method]input-stream.blocking-skip" (func $"indirect-cm32p2|wasi:io/streams@0.2-[method]input-stream.blocking-skip"))
    (export "[method]input-stream.read" (func $"indirect-cm32p2|wasi:io/streams@0.2-[method]input-stream.read"))
    (export "[method]input-stream.skip" (func $"indirect-cm32p2|wasi:io/streams@0.2-[method]input-stream.skip"))
    (export "[method]input-stream.subscribe" (func $"[method]input-stream.subscribe"))
    (export "[method]output-stream.blocking-flush" (func $"indirect-cm32p2|wasi:io/streams@0.2-[method]output-stream.blocking-flush"))
    (export "[method]output-stream.blocking-splice" (func $"indirect-cm32p2|wasi:io/streams@0.2-[method]output-stream.blocking-splice"))
    (export "[method]output-stream.blocking-write-and-flush" (func $"indirect-cm32p2|wasi:io/streams@0.2-[method]output-stream.blocking-write-and-flush"))
    (export "[method]output-stream.blocking-write-zeroes-and-flush" (func $"indirect-cm32p2|wasi:io/streams@0.2-[method]output-stream.blocking-write-zeroes-and-flush"))
    (export "[method]output-stream.check-write" (func $"indirect-cm32p2|wasi:io/streams@0.2-[method]output-stream.check-write"))
    (export "[method]output-stream.flush" (func $"indirect-cm32p2|wasi:io/streams@0.2-[method]output-stream.flush"))
    (export "[method]output-stream.splice" (func $"indirect-cm32p2|wasi:io/streams@0.2-[method]output-stream.splice"))
    (export "[method]output-stream.subscribe" (func $"[method]output-stream.subscribe"))
    (export "[method]output-stream.write" (func $"indirect-cm32p2|wasi:io/streams@0.2-[method]output-stream.write"))
    (export "[method]output-stream.write-zeroes" (func $"indirect-cm32p2|wasi:io/streams@0.2-[method]output-stream.write-zeroes"))
    (export "input-stream_drop" (func $"#core-func51 resource.drop"))
    (export "output-stream_drop" (func $"#core-func52 resource.drop"))
  )
  (core instance $main (;8;) (instantiate $main
      (with "cm32p2|wasi:cli/stderr@0.2" (instance $cm32p2|wasi:cli/stderr@0.2))
      (with "cm32p2|wasi:cli/stdin@0.2" (instance $cm32p2|wasi:cli/stdin@0.2))
      (with "cm32p2|wasi:cli/stdout@0.2" (instance $cm32p2|wasi:cli/stdout@0.2))
      (with "cm32p2|wasi:filesystem/preopens@0.2" (instance $cm32p2|wasi:filesystem/preopens@0.2))
      (with "cm32p2|wasi:filesystem/types@0.2" (instance $cm32p2|wasi:filesystem/types@0.2))
      (with "cm32p2|wasi:io/error@0.2" (instance $cm32p2|wasi:io/error@0.2))
      (with "cm32p2|wasi:io/streams@0.2" (instance $cm32p2|wasi:io/streams@0.2))
    )
  )
  (alias core export $main "cm32p2_memory" (core memory $memory (;0;)))
  (core module $wit-component-fixup (;2;)
    (type (;0;) (func (param i32)))
    (type (;1;) (func (param i32 i64 i64 i32 i32)))
    (type (;2;) (func (param i32 i32)))
    (type (;3;) (func (param i32 i32 i32 i32)))
    (type (;4;) (func (param i32 i32 i32 i32 i32 i32 i32 i32)))
    (type (;5;) (func (param i32 i32 i32 i32 i32)))
    (type (;6;) (func (param i32 i32 i32 i32 i32 i32 i32)))
    (type (;7;) (func (param i32 i64 i64 i32)))
    (type (;8;) (func (param i32 i64 i32)))
    (type (;9;) (func (param i32 i32 i64 i32 i32 i64 i32 i32)))
    (type (;10;) (func (param i32 i32 i32 i32 i32 i64 i32 i32 i64 i32 i32)))
    (type (;11;) (func (param i32 i32 i32 i32 i32 i32)))
    (type (;12;) (func (param i32 i32 i32 i64 i32)))
    (type (;13;) (func (param i32 i32 i64 i32)))
    (type (;14;) (func))
    (import "actual" "0" (func (;0;) (type 0)))
    (import "actual" "1" (func (;1;) (type 1)))
    (import "actual" "2" (func (;2;) (type 2)))
    (import "actual" "3" (func (;3;) (type 3)))
    (import "actual" "4" (func (;4;) (type 2)))
    (import "actual" "5" (func (;5;) (type 2)))
    (import "actual" "6" (func (;6;) (type 4)))
    (import "actual" "7" (func (;7;) (type 2)))
    (import "actual" "8" (func (;8;) (type 5)))
    (import "actual" "9" (func (;9;) (type 6)))
    (import "actual" "10" (func (;10;) (type 7)))
    (import "actual" "11" (func (;11;) (type 2)))
    (import "actual" "12" (func (;12;) (type 8)))
    (import "actual" "13" (func (;13;) (type 3)))
    (import "actual" "14" (func (;14;) (type 3)))
    (import "actual" "15" (func (;15;) (type 6)))
    (import "actual" "16" (func (;16;) (type 8)))
    (import "actual" "17" (func (;17;) (type 9)))
    (import "actual" "18" (func (;18;) (type 10)))
    (import "actual" "19" (func (;19;) (type 2)))
    (import "actual" "20" (func (;20;) (type 5)))
    (import "actual" "21" (func (;21;) (type 11)))
    (import "actual" "22" (func (;22;) (type 2)))
    (import "actual" "23" (func (;23;) (type 2)))
    (import "actual" "24" (func (;24;) (type 3)))
    (import "actual" "25" (func (;25;) (type 12)))
    (import "actual" "26" (func (;26;) (type 8)))
    (import "actual" "27" (func (;27;) (type 2)))
    (import "actual" "28" (func (;28;) (type 2)))
    (import "actual" "29" (func (;29;) (type 8)))
    (import "actual" "30" (func (;30;) (type 8)))
    (import "actual" "31" (func (;31;) (type 8)))
    (import "actual" "32" (func (;32;) (type 8)))
    (import "actual" "33" (func (;33;) (type 2)))
    (import "actual" "34" (func (;34;) (type 13)))
    (import "actual" "35" (func (;35;) (type 3)))
    (import "actual" "36" (func (;36;) (type 8)))
    (import "actual" "37" (func (;37;) (type 2)))
    (import "actual" "38" (func (;38;) (type 2)))
    (import "actual" "39" (func (;39;) (type 13)))
    (import "actual" "40" (func (;40;) (type 3)))
    (import "actual" "41" (func (;41;) (type 8)))
    (import "main" "cm32p2_initialize" (func (;42;) (type 14)))
    (import "shim" "$imports" (table (;0;) 42 42 funcref))
    (start 42)
    (elem (;0;) (i32.const 0) func 0 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20 21 22 23 24 25 26 27 28 29 30 31 32 33 34 35 36 37 38 39 40 41)
    (@producers
      (processed-by "wit-component" "0.259.0")
    )
  )
  (alias export $wasi:filesystem/preopens@0.2.0 "get-directories" (func $get-directories (;6;)))
  (alias core export $main "cm32p2_realloc" (core func $cm32p2_realloc (;53;)))
  (core func $"#core-func54 indirect-cm32p2|wasi:filesystem/preopens@0.2-get-directories" (@name "indirect-cm32p2|wasi:filesystem/preopens@0.2-get-directories") (;54;) (canon lower (func $get-directories) (memory $memory) (realloc $cm32p2_realloc) string-encoding=utf8))
  (alias export $wasi:filesystem/types@0.2.0 "[method]descriptor.advise" (func $"[method]descriptor.advise" (;7;)))
  (core func $"#core-func55 indirect-cm32p2|wasi:filesystem/types@0.2-[method]descriptor.advise" (@name "indirect-cm32p2|wasi:filesystem/types@0.2-[method]descriptor.advise") (;55;) (canon lower (func $"[method]descriptor.advise") (memory $memory)))
  (alias export $wasi:filesystem/types@0.2.0 "[method]descriptor.append-via-stream" (func $"[method]descriptor.append-via-stream" (;8;)))
  (core func $"#core-func56 indirect-cm32p2|wasi:filesystem/types@0.2-[method]descriptor.append-via-stream" (@name "indirect-cm32p2|wasi:filesystem/types@0.2-[method]descriptor.append-via-stream") (;56;) (canon lower (func $"[method]descriptor.append-via-stream") (memory $memory)))
  (alias export $wasi:filesystem/types@0.2.0 "[method]descriptor.create-directory-at" (func $"[method]descriptor.create-directory-at" (;9;)))
  (core func $"#core-func57 indirect-cm32p2|wasi:filesystem/types@0.2-[method]descriptor.create-directory-at" (@name "indirect-cm32p2|wasi:filesystem/types@0.2-[method]descriptor.create-directory-at") (;57;) (canon lower (func $"[method]descriptor.create-directory-at") (memory $memory) string-encoding=utf8))
  (alias export $wasi:filesystem/types@0.2.0 "[method]descriptor.get-flags" (func $"[method]descriptor.get-flags" (;10;)))
  (core func $"#core-func58 indirect-cm32p2|wasi:filesystem/types@0.2-[method]descriptor.get-flags" (@name "indirect-cm32p2|wasi:filesystem/types@0.2-[method]descriptor.get-flags") (;58;) (canon lower (func $"[method]descriptor.get-flags") (memory $memory)))
  (alias export $wasi:filesystem/types@0.2.0 "[method]descriptor.get-type" (func $"[method]descriptor.get-type" (;11;)))
  (core func $"#core-func59 indirect-cm32p2|wasi:filesystem/types@0.2-[method]descriptor.get-type" (@name "indirect-cm32p2|wasi:filesystem/types@0.2-[method]descriptor.get-type") (;59;) (canon lower (func $"[method]descriptor.get-type") (memory $memory)))
  (alias export $wasi:filesystem/types@0.2.0 "[method]descriptor.link-at" (func $"[method]descriptor.link-at" (;12;)))
  (core func $"#core-func60 indirect-cm32p2|wasi:filesystem/types@0.2-[method]descriptor.link-at" (@name "indirect-cm32p2|wasi:filesystem/types@0.2-[method]descriptor.link-at") (;60;) (canon lower (func $"[method]descriptor.link-at") (memory $memory) string-encoding=utf8))
  (alias export $wasi:filesystem/types@0.2.0 "[method]descriptor.metadata-hash" (func $"[method]descriptor.metadata-hash" (;13;)))
  (core func $"#core-func61 indirect-cm32p2|wasi:filesystem/types@0.2-[method]descriptor.metadata-hash" (@name "indirect-cm32p2|wasi:filesystem/types@0.2-[method]descriptor.metadata-hash") (;61;) (canon lower (func $"[method]descriptor.metadata-hash") (memory $memory)))
  (alias export $wasi:filesystem/types@0.2.0 "[method]descriptor.metadata-hash-at" (func $"[method]descriptor.metadata-hash-at" (;14;)))
  (core func $"#core-func62 indirect-cm32p2|wasi:filesystem/types@0.2-[method]descriptor.metadata-hash-at" (@name "indirect-cm32p2|wasi:filesystem/types@0.2-[method]descriptor.metadata-hash-at") (;62;) (canon lower (func $"[method]descriptor.metadata-hash-at") (memory $memory) string-encoding=utf8))
  (alias export $wasi:filesystem/types@0.2.0 "[method]descriptor.open-at" (func $"[method]descriptor.open-at" (;15;)))
  (core func $"#core-func63 indirect-cm32p2|wasi:filesystem/types@0.2-[method]descriptor.open-at" (@name "indirect-cm32p2|wasi:filesystem/types@0.2-[method]descriptor.open-at") (;63;) (canon lower (func $"[method]descriptor.open-at") (memory $memory) string-encoding=utf8))
  (alias export $wasi:filesystem/types@0.2.0 "[method]descriptor.read" (func $"[method]descriptor.read" (;16;)))
  (core func $"#core-func64 indirect-cm32p2|wasi:filesystem/types@0.2-[method]descriptor.read" (@name "indirect-cm32p2|wasi:filesystem/types@0.2-[method]descriptor.read") (;64;) (canon lower (func $"[method]descriptor.read") (memory $memory) (realloc $cm32p2_realloc)))
  (alias export $wasi:filesystem/types@0.2.0 "[method]descriptor.read-directory" (func $"[method]descriptor.read-directory" (;17;)))
  (core func $"#core-func65 indirect-cm32p2|wasi:filesystem/types@0.2-[method]descriptor.read-directory" (@name "indirect-cm32p2|wasi:filesystem/types@0.2-[method]descriptor.read-directory") (;65;) (canon lower (func $"[method]descriptor.read-directory") (memory $memory)))
  (alias export $wasi:filesystem/types@0.2.0 "[method]descriptor.read-via-stream" (func $"[method]descriptor.read-via-stream" (;18;)))
  (core func $"#core-func66 indirect-cm32p2|wasi:filesystem/types@0.2-[method]descriptor.read-via-stream" (@name "indirect-cm32p2|wasi:filesystem/types@0.2-[method]descriptor.read-via-stream") (;66;) (canon lower (func $"[method]descriptor.read-via-stream") (memory $memory)))
  (alias export $wasi:filesystem/types@0.2.0 "[method]descriptor.readlink-at" (func $"[method]descriptor.readlink-at" (;19;)))
  (core func $"#core-func67 indirect-cm32p2|wasi:filesystem/types@0.2-[method]descriptor.readlink-at" (@name "indirect-cm32p2|wasi:filesystem/types@0.2-[method]descriptor.readlink-at") (;67;) (canon lower (func $"[method]descriptor.readlink-at") (memory $memory) (realloc $cm32p2_realloc) string-encoding=utf8))
  (alias export $wasi:filesystem/types@0.2.0 "[method]descriptor.remove-directory-at" (func $"[method]descriptor.remove-directory-at" (;20;)))
  (core func $"#core-func68 indirect-cm32p2|wasi:filesystem/types@0.2-[method]descriptor.remove-directory-at" (@name "indirect-cm32p2|wasi:filesystem/types@0.2-[method]descriptor.remove-directory-at") (;68;) (canon lower (func $"[method]descriptor.remove-directory-at") (memory $memory) string-encoding=utf8))
  (alias export $wasi:filesystem/types@0.2.0 "[method]descriptor.rename-at" (func $"[method]descriptor.rename-at" (;21;)))
  (core func $"#core-func69 indirect-cm32p2|wasi:filesystem/types@0.2-[method]descriptor.rename-at" (@name "indirect-cm32p2|wasi:filesystem/types@0.2-[method]descriptor.rename-at") (;69;) (canon lower (func $"[method]descriptor.rename-at") (memory $memory) string-encoding=utf8))
  (alias export $wasi:filesystem/types@0.2.0 "[method]descriptor.set-size" (func $"[method]descriptor.set-size" (;22;)))
  (core func $"#core-func70 indirect-cm32p2|wasi:filesystem/types@0.2-[method]descriptor.set-size" (@name "indirect-cm32p2|wasi:filesystem/types@0.2-[method]descriptor.set-size") (;70;) (canon lower (func $"[method]descriptor.set-size") (memory $memory)))
  (alias export $wasi:filesystem/types@0.2.0 "[method]descriptor.set-times" (func $"[method]descriptor.set-times" (;23;)))
  (core func $"#core-func71 indirect-cm32p2|wasi:filesystem/types@0.2-[method]descriptor.set-times" (@name "indirect-cm32p2|wasi:filesystem/types@0.2-[method]descriptor.set-times") (;71;) (canon lower (func $"[method]descriptor.set-times") (memory $memory)))
  (alias export $wasi:filesystem/types@0.2.0 "[method]descriptor.set-times-at" (func $"[method]descriptor.set-times-at" (;24;)))
  (core func $"#core-func72 indirect-cm32p2|wasi:filesystem/types@0.2-[method]descriptor.set-times-at" (@name "indirect-cm32p2|wasi:filesystem/types@0.2-[method]descriptor.set-times-at") (;72;) (canon lower (func $"[method]descriptor.set-times-at") (memory $memory) string-encoding=utf8))
  (alias export $wasi:filesystem/types@0.2.0 "[method]descriptor.stat" (func $"[method]descriptor.stat" (;25;)))
  (core func $"#core-func73 indirect-cm32p2|wasi:filesystem/types@0.2-[method]descriptor.stat" (@name "indirect-cm32p2|wasi:filesystem/types@0.2-[method]descriptor.stat") (;73;) (canon lower (func $"[method]descriptor.stat") (memory $memory)))
  (alias export $wasi:filesystem/types@0.2.0 "[method]descriptor.stat-at" (func $"[method]descriptor.stat-at" (;26;)))
  (core func $"#core-func74 indirect-cm32p2|wasi:filesystem/types@0.2-[method]descriptor.stat-at" (@name "indirect-cm32p2|wasi:filesystem/types@0.2-[method]descriptor.stat-at") (;74;) (canon lower (func $"[method]descriptor.stat-at") (memory $memory) string-encoding=utf8))
  (alias export $wasi:filesystem/types@0.2.0 "[method]descriptor.symlink-at" (func $"[method]descriptor.symlink-at" (;27;)))
  (core func $"#core-func75 indirect-cm32p2|wasi:filesystem/types@0.2-[method]descriptor.symlink-at" (@name "indirect-cm32p2|wasi:filesystem/types@0.2-[method]descriptor.symlink-at") (;75;) (canon lower (func $"[method]descriptor.symlink-at") (memory $memory) string-encoding=utf8))
  (alias export $wasi:filesystem/types@0.2.0 "[method]descriptor.sync" (func $"[method]descriptor.sync" (;28;)))
  (core func $"#core-func76 indirect-cm32p2|wasi:filesystem/types@0.2-[method]descriptor.sync" (@name "indirect-cm32p2|wasi:filesystem/types@0.2-[method]descriptor.sync") (;76;) (canon lower (func $"[method]descriptor.sync") (memory $memory)))
  (alias export $wasi:filesystem/types@0.2.0 "[method]descriptor.sync-data" (func $"[method]descriptor.sync-data" (;29;)))
  (core func $"#core-func77 indirect-cm32p2|wasi:filesystem/types@0.2-[method]descriptor.sync-data" (@name "indirect-cm32p2|wasi:filesystem/types@0.2-[method]descriptor.sync-data") (;77;) (canon lower (func $"[method]descriptor.sync-data") (memory $memory)))
  (alias export $wasi:filesystem/types@0.2.0 "[method]descriptor.unlink-file-at" (func $"[method]descriptor.unlink-file-at" (;30;)))
  (core func $"#core-func78 indirect-cm32p2|wasi:filesystem/types@0.2-[method]descriptor.unlink-file-at" (@name "indirect-cm32p2|wasi:filesystem/types@0.2-[method]descriptor.unlink-file-at") (;78;) (canon lower (func $"[method]descriptor.unlink-file-at") (memory $memory) string-encoding=utf8))
  (alias export $wasi:filesystem/types@0.2.0 "[method]descriptor.write" (func $"[method]descriptor.write" (;31;)))
  (core func $"#core-func79 indirect-cm32p2|wasi:filesystem/types@0.2-[method]descriptor.write" (@name "indirect-cm32p2|wasi:filesystem/types@0.2-[method]descriptor.write") (;79;) (canon lower (func $"[method]descriptor.write") (memory $memory)))
  (alias export $wasi:filesystem/types@0.2.0 "[method]descriptor.write-via-stream" (func $"[method]descriptor.write-via-stream" (;32;)))
  (core func $"#core-func80 indirect-cm32p2|wasi:filesystem/types@0.2-[method]descriptor.write-via-stream" (@name "indirect-cm32p2|wasi:filesystem/types@0.2-[method]descriptor.write-via-stream") (;80;) (canon lower (func $"[method]descriptor.write-via-stream") (memory $memory)))
  (alias export $wasi:filesystem/types@0.2.0 "[method]directory-entry-stream.read-directory-entry" (func $"[method]directory-entry-stream.read-directory-entry" (;33;)))
  (core func $"#core-func81 indirect-cm32p2|wasi:filesystem/types@0.2-[method]directory-entry-stream.read-directory-entry" (@name "indirect-cm32p2|wasi:filesystem/types@0.2-[method]directory-entry-stream.read-directory-entry") (;81;) (canon lower (func $"[method]directory-entry-stream.read-directory-entry") (memory $memory) (realloc $cm32p2_realloc) string-encoding=utf8))
  (alias export $wasi:filesystem/types@0.2.0 "filesystem-error-code" (func $filesystem-error-code (;34;)))
  (core func $"#core-func82 indirect-cm32p2|wasi:filesystem/types@0.2-filesystem-error-code" (@name "indirect-cm32p2|wasi:filesystem/types@0.2-filesystem-error-code") (;82;) (canon lower (func $filesystem-error-code) (memory $memory)))
  (alias export $wasi:io/streams@0.2.0 "[method]input-stream.blocking-read" (func $"[method]input-stream.blocking-read" (;35;)))
  (core func $"#core-func83 indirect-cm32p2|wasi:io/streams@0.2-[method]input-stream.blocking-read" (@name "indirect-cm32p2|wasi:io/streams@0.2-[method]input-stream.blocking-read") (;83;) (canon lower (func $"[method]input-stream.blocking-read") (memory $memory) (realloc $cm32p2_realloc)))
  (alias export $wasi:io/streams@0.2.0 "[method]input-stream.blocking-skip" (func $"[method]input-stream.blocking-skip" (;36;)))
  (core func $"#core-func84 indirect-cm32p2|wasi:io/streams@0.2-[method]input-stream.blocking-skip" (@name "indirect-cm32p2|wasi:io/streams@0.2-[method]input-stream.blocking-skip") (;84;) (canon lower (func $"[method]input-stream.blocking-skip") (memory $memory)))
  (alias export $wasi:io/streams@0.2.0 "[method]input-stream.read" (func $"[method]input-stream.read" (;37;)))
  (core func $"#core-func85 indirect-cm32p2|wasi:io/streams@0.2-[method]input-stream.read" (@name "indirect-cm32p2|wasi:io/streams@0.2-[method]input-stream.read") (;85;) (canon lower (func $"[method]input-stream.read") (memory $memory) (realloc $cm32p2_realloc)))
  (alias export $wasi:io/streams@0.2.0 "[method]input-stream.skip" (func $"[method]input-stream.skip" (;38;)))
  (core func $"#core-func86 indirect-cm32p2|wasi:io/streams@0.2-[method]input-stream.skip" (@name "indirect-cm32p2|wasi:io/streams@0.2-[method]input-stream.skip") (;86;) (canon lower (func $"[method]input-stream.skip") (memory $memory)))
  (alias export $wasi:io/streams@0.2.0 "[method]output-stream.blocking-flush" (func $"[method]output-stream.blocking-flush" (;39;)))
  (core func $"#core-func87 indirect-cm32p2|wasi:io/streams@0.2-[method]output-stream.blocking-flush" (@name "indirect-cm32p2|wasi:io/streams@0.2-[method]output-stream.blocking-flush") (;87;) (canon lower (func $"[method]output-stream.blocking-flush") (memory $memory)))
  (alias export $wasi:io/streams@0.2.0 "[method]output-stream.blocking-splice" (func $"[method]output-stream.blocking-splice" (;40;)))
  (core func $"#core-func88 indirect-cm32p2|wasi:io/streams@0.2-[method]output-stream.blocking-splice" (@name "indirect-cm32p2|wasi:io/streams@0.2-[method]output-stream.blocking-splice") (;88;) (canon lower (func $"[method]output-stream.blocking-splice") (memory $memory)))
  (alias export $wasi:io/streams@0.2.0 "[method]output-stream.blocking-write-and-flush" (func $"[method]output-stream.blocking-write-and-flush" (;41;)))
  (core func $"#core-func89 indirect-cm32p2|wasi:io/streams@0.2-[method]output-stream.blocking-write-and-flush" (@name "indirect-cm32p2|wasi:io/streams@0.2-[method]output-stream.blocking-write-and-flush") (;89;) (canon lower (func $"[method]output-stream.blocking-write-and-flush") (memory $memory)))
  (alias export $wasi:io/streams@0.2.0 "[method]output-stream.blocking-write-zeroes-and-flush" (func $"[method]output-stream.blocking-write-zeroes-and-flush" (;42;)))
  (core func $"#core-func90 indirect-cm32p2|wasi:io/streams@0.2-[method]output-stream.blocking-write-zeroes-and-flush" (@name "indirect-cm32p2|wasi:io/streams@0.2-[method]output-stream.blocking-write-zeroes-and-flush") (;90;) (canon lower (func $"[method]output-stream.blocking-write-zeroes-and-flush") (memory $memory)))
  (alias export $wasi:io/streams@0.2.0 "[method]output-stream.check-write" (func $"[method]output-stream.check-write" (;43;)))
  (core func $"#core-func91 indirect-cm32p2|wasi:io/streams@0.2-[method]output-stream.check-write" (@name "indirect-cm32p2|wasi:io/streams@0.2-[method]output-stream.check-write") (;91;) (canon lower (func $"[method]output-stream.check-write") (memory $memory)))
  (alias export $wasi:io/streams@0.2.0 "[method]output-stream.flush" (func $"[method]output-stream.flush" (;44;)))
  (core func $"#core-func92 indirect-cm32p2|wasi:io/streams@0.2-[method]output-stream.flush" (@name "indirect-cm32p2|wasi:io/streams@0.2-[method]output-stream.flush") (;92;) (canon lower (func $"[method]output-stream.flush") (memory $memory)))
  (alias export $wasi:io/streams@0.2.0 "[method]output-stream.splice" (func $"[method]output-stream.splice" (;45;)))
  (core func $"#core-func93 indirect-cm32p2|wasi:io/streams@0.2-[method]output-stream.splice" (@name "indirect-cm32p2|wasi:io/streams@0.2-[method]output-stream.splice") (;93;) (canon lower (func $"[method]output-stream.splice") (memory $memory)))
  (alias export $wasi:io/streams@0.2.0 "[method]output-stream.write" (func $"[method]output-stream.write" (;46;)))
  (core func $"#core-func94 indirect-cm32p2|wasi:io/streams@0.2-[method]output-stream.write" (@name "indirect-cm32p2|wasi:io/streams@0.2-[method]output-stream.write") (;94;) (canon lower (func $"[method]output-stream.write") (memory $memory)))
  (alias export $wasi:io/streams@0.2.0 "[method]output-stream.write-zeroes" (func $"[method]output-stream.write-zeroes" (;47;)))
  (core func $"#core-func95 indirect-cm32p2|wasi:io/streams@0.2-[method]output-stream.write-zeroes" (@name "indirect-cm32p2|wasi:io/streams@0.2-[method]output-stream.write-zeroes") (;95;) (canon lower (func $"[method]output-stream.write-zeroes") (memory $memory)))
  (core instance $actual (;9;)
    (export "0" (func $"#core-func54 indirect-cm32p2|wasi:filesystem/preopens@0.2-get-directories"))
    (export "1" (func $"#core-func55 indirect-cm32p2|wasi:filesystem/types@0.2-[method]descriptor.advise"))
    (export "2" (func $"#core-func56 indirect-cm32p2|wasi:filesystem/types@0.2-[method]descriptor.append-via-stream"))
    (export "3" (func $"#core-func57 indirect-cm32p2|wasi:filesystem/types@0.2-[method]descriptor.create-directory-at"))
    (export "4" (func $"#core-func58 indirect-cm32p2|wasi:filesystem/types@0.2-[method]descriptor.get-flags"))
    (export "5" (func $"#core-func59 indirect-cm32p2|wasi:filesystem/types@0.2-[method]descriptor.get-type"))
    (export "6" (func $"#core-func60 indirect-cm32p2|wasi:filesystem/types@0.2-[method]descriptor.link-at"))
    (export "7" (func $"#core-func61 indirect-cm32p2|wasi:filesystem/types@0.2-[method]descriptor.metadata-hash"))
    (export "8" (func $"#core-func62 indirect-cm32p2|wasi:filesystem/types@0.2-[method]descriptor.metadata-hash-at"))
    (export "9" (func $"#core-func63 indirect-cm32p2|wasi:filesystem/types@0.2-[method]descriptor.open-at"))
    (export "10" (func $"#core-func64 indirect-cm32p2|wasi:filesystem/types@0.2-[method]descriptor.read"))
    (export "11" (func $"#core-func65 indirect-cm32p2|wasi:filesystem/types@0.2-[method]descriptor.read-directory"))
    (export "12" (func $"#core-func66 indirect-cm32p2|wasi:filesystem/types@0.2-[method]descriptor.read-via-stream"))
    (export "13" (func $"#core-func67 indirect-cm32p2|wasi:filesystem/types@0.2-[method]descriptor.readlink-at"))
    (export "14" (func $"#core-func68 indirect-cm32p2|wasi:filesystem/types@0.2-[method]descriptor.remove-directory-at"))
    (export "15" (func $"#core-func69 indirect-cm32p2|wasi:filesystem/types@0.2-[method]descriptor.rename-at"))
    (export "16" (func $"#core-func70 indirect-cm32p2|wasi:filesystem/types@0.2-[method]descriptor.set-size"))
    (export "17" (func $"#core-func71 indirect-cm32p2|wasi:filesystem/types@0.2-[method]descriptor.set-times"))
    (export "18" (func $"#core-func72 indirect-cm32p2|wasi:filesystem/types@0.2-[method]descriptor.set-times-at"))
    (export "19" (func $"#core-func73 indirect-cm32p2|wasi:filesystem/types@0.2-[method]descriptor.stat"))
    (export "20" (func $"#core-func74 indirect-cm32p2|wasi:filesystem/types@0.2-[method]descriptor.stat-at"))
    (export "21" (func $"#core-func75 indirect-cm32p2|wasi:filesystem/types@0.2-[method]descriptor.symlink-at"))
    (export "22" (func $"#core-func76 indirect-cm32p2|wasi:filesystem/types@0.2-[method]descriptor.sync"))
    (export "23" (func $"#core-func77 indirect-cm32p2|wasi:filesystem/types@0.2-[method]descriptor.sync-data"))
    (export "24" (func $"#core-func78 indirect-cm32p2|wasi:filesystem/types@0.2-[method]descriptor.unlink-file-at"))
    (export "25" (func $"#core-func79 indirect-cm32p2|wasi:filesystem/types@0.2-[method]descriptor.write"))
    (export "26" (func $"#core-func80 indirect-cm32p2|wasi:filesystem/types@0.2-[method]descriptor.write-via-stream"))
    (export "27" (func $"#core-func81 indirect-cm32p2|wasi:filesystem/types@0.2-[method]directory-entry-stream.read-directory-entry"))
    (export "28" (func $"#core-func82 indirect-cm32p2|wasi:filesystem/types@0.2-filesystem-error-code"))
    (export "29" (func $"#core-func83 indirect-cm32p2|wasi:io/streams@0.2-[method]input-stream.blocking-read"))
    (export "30" (func $"#core-func84 indirect-cm32p2|wasi:io/streams@0.2-[method]input-stream.blocking-skip"))
    (export "31" (func $"#core-func85 indirect-cm32p2|wasi:io/streams@0.2-[method]input-stream.read"))
    (export "32" (func $"#core-func86 indirect-cm32p2|wasi:io/streams@0.2-[method]input-stream.skip"))
    (export "33" (func $"#core-func87 indirect-cm32p2|wasi:io/streams@0.2-[method]output-stream.blocking-flush"))
    (export "34" (func $"#core-func88 indirect-cm32p2|wasi:io/streams@0.2-[method]output-stream.blocking-splice"))
    (export "35" (func $"#core-func89 indirect-cm32p2|wasi:io/streams@0.2-[method]output-stream.blocking-write-and-flush"))
    (export "36" (func $"#core-func90 indirect-cm32p2|wasi:io/streams@0.2-[method]output-stream.blocking-write-zeroes-and-flush"))
    (export "37" (func $"#core-func91 indirect-cm32p2|wasi:io/streams@0.2-[method]output-stream.check-write"))
    (export "38" (func $"#core-func92 indirect-cm32p2|wasi:io/streams@0.2-[method]output-stream.flush"))
    (export "39" (func $"#core-func93 indirect-cm32p2|wasi:io/streams@0.2-[method]output-stream.splice"))
    (export "40" (func $"#core-func94 indirect-cm32p2|wasi:io/streams@0.2-[method]output-stream.write"))
    (export "41" (func $"#core-func95 indirect-cm32p2|wasi:io/streams@0.2-[method]output-stream.write-zeroes"))
  )
  (core instance $fixup (;10;) (instantiate $wit-component-fixup
      (with "actual" (instance $actual))
      (with "main" (instance $main))
      (with "shim" (instance $wit-component-shim-instance))
    )
  )
  (type (;42;) (borrow $"#type24 descriptor"))
  (type (;43;) (own $"#type21 input-stream"))
  (type (;44;) (result 43 (error $error-code)))
  (type (;45;) (func (param "self" 42) (param "offset" $filesize) (result 44)))
  (alias core export $main "cm32p2|phira:files/calls@1|file-read-via-stream" (core func $cm32p2|phira:files/calls@1|file-read-via-stream (;96;)))
  (alias core export $main "cm32p2|phira:files/calls@1|file-read-via-stream_post" (core func $cm32p2|phira:files/calls@1|file-read-via-stream_post (;97;)))
  (func $file-read-via-stream (;48;) (type 45) (canon lift (core func $cm32p2|phira:files/calls@1|file-read-via-stream) (memory $memory) (post-return $cm32p2|phira:files/calls@1|file-read-via-stream_post)))
  (type (;46;) (own $"#type22 output-stream"))
  (type (;47;) (result 46 (error $error-code)))
  (type (;48;) (func (param "self" 42) (param "offset" $filesize) (result 47)))
  (alias core export $main "cm32p2|phira:files/calls@1|file-write-via-stream" (core func $cm32p2|phira:files/calls@1|file-write-via-stream (;98;)))
  (alias core export $main "cm32p2|phira:files/calls@1|file-write-via-stream_post" (core func $cm32p2|phira:files/calls@1|file-write-via-stream_post (;99;)))
  (func $file-write-via-stream (;49;) (type 48) (canon lift (core func $cm32p2|phira:files/calls@1|file-write-via-stream) (memory $memory) (post-return $cm32p2|phira:files/calls@1|file-write-via-stream_post)))
  (type (;49;) (func (param "self" 42) (result 47)))
  (alias core export $main "cm32p2|phira:files/calls@1|file-append-via-stream" (core func $cm32p2|phira:files/calls@1|file-append-via-stream (;100;)))
  (alias core export $main "cm32p2|phira:files/calls@1|file-append-via-stream_post" (core func $cm32p2|phira:files/calls@1|file-append-via-stream_post (;101;)))
  (func $file-append-via-stream (;50;) (type 49) (canon lift (core func $cm32p2|phira:files/calls@1|file-append-via-stream) (memory $memory) (post-return $cm32p2|phira:files/calls@1|file-append-via-stream_post)))
  (type (;50;) (result (error $error-code)))
  (type (;51;) (func (param "self" 42) (param "offset" $filesize) (param "length" $filesize) (param "advice" $advice) (result 50)))
  (alias core export $main "cm32p2|phira:files/calls@1|file-advise" (core func $cm32p2|phira:files/calls@1|file-advise (;102;)))
  (alias core export $main "cm32p2|phira:files/calls@1|file-advise_post" (core func $cm32p2|phira:files/calls@1|file-advise_post (;103;)))
  (func $file-advise (;51;) (type 51) (canon lift (core func $cm32p2|phira:files/calls@1|file-advise) (memory $memory) (post-return $cm32p2|phira:files/calls@1|file-advise_post)))
  (type (;52;) (func (param "self" 42) (result 50)))
  (alias core export $main "cm32p2|phira:files/calls@1|file-sync-data" (core func $cm32p2|phira:files/calls@1|file-sync-data (;104;)))
  (alias core export $main "cm32p2|phira:files/calls@1|file-sync-data_post" (core func $cm32p2|phira:files/calls@1|file-sync-data_post (;105;)))
  (func $file-sync-data (;52;) (type 52) (canon lift (core func $cm32p2|phira:files/calls@1|file-sync-data) (memory $memory) (post-return $cm32p2|phira:files/calls@1|file-sync-data_post)))
  (type (;53;) (result $descriptor-flags (error $error-code)))
  (type (;54;) (func (param "self" 42) (result 53)))
  (alias core export $main "cm32p2|phira:files/calls@1|file-get-flags" (core func $cm32p2|phira:files/calls@1|file-get-flags (;106;)))
  (alias core export $main "cm32p2|phira:files/calls@1|file-get-flags_post" (core func $cm32p2|phira:files/calls@1|file-get-flags_post (;107;)))
  (func $file-get-flags (;53;) (type 54) (canon lift (core func $cm32p2|phira:files/calls@1|file-get-flags) (memory $memory) (post-return $cm32p2|phira:files/calls@1|file-get-flags_post)))
  (type (;55;) (result $descriptor-type (error $error-code)))
  (type (;56;) (func (param "self" 42) (result 55)))
  (alias core export $main "cm32p2|phira:files/calls@1|file-get-type" (core func $cm32p2|phira:files/calls@1|file-get-type (;108;)))
  (alias core export $main "cm32p2|phira:files/calls@1|file-get-type_post" (core func $cm32p2|phira:files/calls@1|file-get-type_post (;109;)))
  (func $file-get-type (;54;) (type 56) (canon lift (core func $cm32p2|phira:files/calls@1|file-get-type) (memory $memory) (post-return $cm32p2|phira:files/calls@1|file-get-type_post)))
  (type (;57;) (func (param "self" 42) (param "size" $filesize) (result 50)))
  (alias core export $main "cm32p2|phira:files/calls@1|file-set-size" (core func $cm32p2|phira:files/calls@1|file-set-size (;110;)))
  (alias core export $main "cm32p2|phira:files/calls@1|file-set-size_post" (core func $cm32p2|phira:files/calls@1|file-set-size_post (;111;)))
  (func $file-set-size (;55;) (type 57) (canon lift (core func $cm32p2|phira:files/calls@1|file-set-size) (memory $memory) (post-return $cm32p2|phira:files/calls@1|file-set-size_post)))
  (type (;58;) (func (param "self" 42) (param "data-access-timestamp" $new-timestamp) (param "data-modification-timestamp" $new-timestamp) (result 50)))
  (alias core export $main "cm32p2|phira:files/calls@1|file-set-times" (core func $cm32p2|phira:files/calls@1|file-set-times (;112;)))
  (alias core export $main "cm32p2|phira:files/calls@1|file-set-times_post" (core func $cm32p2|phira:files/calls@1|file-set-times_post (;113;)))
  (func $file-set-times (;56;) (type 58) (canon lift (core func $cm32p2|phira:files/calls@1|file-set-times) (memory $memory) (post-return $cm32p2|phira:files/calls@1|file-set-times_post)))
  (type (;59;) (list u8))
  (type (;60;) (tuple 59 bool))
  (type (;61;) (result 60 (error $error-code)))
  (type (;62;) (func (param "self" 42) (param "length" $filesize) (param "offset" $filesize) (result 61)))
  (alias core export $main "cm32p2|phira:files/calls@1|file-read" (core func $cm32p2|phira:files/calls@1|file-read (;114;)))
  (alias core export $main "cm32p2|phira:files/calls@1|file-read_post" (core func $cm32p2|phira:files/calls@1|file-read_post (;115;)))
  (func $file-read (;57;) (type 62) (canon lift (core func $cm32p2|phira:files/calls@1|file-read) (memory $memory) (post-return $cm32p2|phira:files/calls@1|file-read_post)))
  (type (;63;) (result $filesize (error $error-code)))
  (type (;64;) (func (param "self" 42) (param "buffer" 59) (param "offset" $filesize) (result 63)))
  (alias core export $main "cm32p2|phira:files/calls@1|file-write" (core func $cm32p2|phira:files/calls@1|file-write (;116;)))
  (alias core export $main "cm32p2|phira:files/calls@1|file-write_post" (core func $cm32p2|phira:files/calls@1|file-write_post (;117;)))
  (func $file-write (;58;) (type 64) (canon lift (core func $cm32p2|phira:files/calls@1|file-write) (memory $memory) (realloc $cm32p2_realloc) (post-return $cm32p2|phira:files/calls@1|file-write_post)))
  (type (;65;) (own $directory-entry-stream))
  (type (;66;) (result 65 (error $error-code)))
  (type (;67;) (func (param "self" 42) (result 66)))
  (alias core export $main "cm32p2|phira:files/calls@1|file-read-directory" (core func $cm32p2|phira:files/calls@1|file-read-directory (;118;)))
  (alias core export $main "cm32p2|phira:files/calls@1|file-read-directory_post" (core func $cm32p2|phira:files/calls@1|file-read-directory_post (;119;)))
  (func $file-read-directory (;59;) (type 67) (canon lift (core func $cm32p2|phira:files/calls@1|file-read-directory) (memory $memory) (post-return $cm32p2|phira:files/calls@1|file-read-directory_post)))
  (alias core export $main "cm32p2|phira:files/calls@1|file-sync" (core func $cm32p2|phira:files/calls@1|file-sync (;120;)))
  (alias core export $main "cm32p2|phira:files/calls@1|file-sync_post" (core func $cm32p2|phira:files/calls@1|file-sync_post (;121;)))
  (func $file-sync (;60;) (type 52) (canon lift (core func $cm32p2|phira:files/calls@1|file-sync) (memory $memory) (post-return $cm32p2|phira:files/calls@1|file-sync_post)))
  (type (;68;) (func (param "self" 42) (param "path" string) (result 50)))
  (alias core export $main "cm32p2|phira:files/calls@1|file-create-directory-at" (core func $cm32p2|phira:files/calls@1|file-create-directory-at (;122;)))
  (alias core export $main "cm32p2|phira:files/calls@1|file-create-directory-at_post" (core func $cm32p2|phira:files/calls@1|file-create-directory-at_post (;123;)))
  (func $file-create-directory-at (;61;) (type 68) (canon lift (core func $cm32p2|phira:files/calls@1|file-create-directory-at) (memory $memory) (realloc $cm32p2_realloc) string-encoding=utf8 (post-return $cm32p2|phira:files/calls@1|file-create-directory-at_post)))
  (type (;69;) (result $descriptor-stat (error $error-code)))
  (type (;70;) (func (param "self" 42) (result 69)))
  (alias core export $main "cm32p2|phira:files/calls@1|file-stat" (core func $cm32p2|phira:files/calls@1|file-stat (;124;)))
  (alias core export $main "cm32p2|phira:files/calls@1|file-stat_post" (core func $cm32p2|phira:files/calls@1|file-stat_post (;125;)))
  (func $file-stat (;62;) (type 70) (canon lift (core func $cm32p2|phira:files/calls@1|file-stat) (memory $memory) (post-return $cm32p2|phira:files/calls@1|file-stat_post)))
  (type (;71;) (func (param "self" 42) (param "path-flags" $path-flags) (param "path" string) (result 69)))
  (alias core export $main "cm32p2|phira:files/calls@1|file-stat-at" (core func $cm32p2|phira:files/calls@1|file-stat-at (;126;)))
  (alias core export $main "cm32p2|phira:files/calls@1|file-stat-at_post" (core func $cm32p2|phira:files/calls@1|file-stat-at_post (;127;)))
  (func $file-stat-at (;63;) (type 71) (canon lift (core func $cm32p2|phira:files/calls@1|file-stat-at) (memory $memory) (realloc $cm32p2_realloc) string-encoding=utf8 (post-return $cm32p2|phira:files/calls@1|file-stat-at_post)))
  (type (;72;) (func (param "self" 42) (param "path-flags" $path-flags) (param "path" string) (param "data-access-timestamp" $new-timestamp) (param "data-modification-timestamp" $new-timestamp) (result 50)))
  (alias core export $main "cm32p2|phira:files/calls@1|file-set-times-at" (core func $cm32p2|phira:files/calls@1|file-set-times-at (;128;)))
  (alias core export $main "cm32p2|phira:files/calls@1|file-set-times-at_post" (core func $cm32p2|phira:files/calls@1|file-set-times-at_post (;129;)))
  (func $file-set-times-at (;64;) (type 72) (canon lift (core func $cm32p2|phira:files/calls@1|file-set-times-at) (memory $memory) (realloc $cm32p2_realloc) string-encoding=utf8 (post-return $cm32p2|phira:files/calls@1|file-set-times-at_post)))
  (type (;73;) (func (param "self" 42) (param "old-path-flags" $path-flags) (param "old-path" string) (param "new-descriptor" 42) (param "new-path" string) (result 50)))
  (alias core export $main "cm32p2|phira:files/calls@1|file-link-at" (core func $cm32p2|phira:files/calls@1|file-link-at (;130;)))
  (alias core export $main "cm32p2|phira:files/calls@1|file-link-at_post" (core func $cm32p2|phira:files/calls@1|file-link-at_post (;131;)))
  (func $file-link-at (;65;) (type 73) (canon lift (core func $cm32p2|phira:files/calls@1|file-link-at) (memory $memory) (realloc $cm32p2_realloc) string-encoding=utf8 (post-return $cm32p2|phira:files/calls@1|file-link-at_post)))
  (type (;74;) (own $"#type24 descriptor"))
  (type (;75;) (result 74 (error $error-code)))
  (type (;76;) (func (param "self" 42) (param "path-flags" $path-flags) (param "path" string) (param "open-flags" $open-flags) (param "flags" $descriptor-flags) (result 75)))
  (alias core export $main "cm32p2|phira:files/calls@1|file-open-at" (core func $cm32p2|phira:files/calls@1|file-open-at (;132;)))
  (alias core export $main "cm32p2|phira:files/calls@1|file-open-at_post" (core func $cm32p2|phira:files/calls@1|file-open-at_post (;133;)))
  (func $file-open-at (;66;) (type 76) (canon lift (core func $cm32p2|phira:files/calls@1|file-open-at) (memory $memory) (realloc $cm32p2_realloc) string-encoding=utf8 (post-return $cm32p2|phira:files/calls@1|file-open-at_post)))
  (type (;77;) (result string (error $error-code)))
  (type (;78;) (func (param "self" 42) (param "path" string) (result 77)))
  (alias core export $main "cm32p2|phira:files/calls@1|file-readlink-at" (core func $cm32p2|phira:files/calls@1|file-readlink-at (;134;)))
  (alias core export $main "cm32p2|phira:files/calls@1|file-readlink-at_post" (core func $cm32p2|phira:files/calls@1|file-readlink-at_post (;135;)))
  (func $file-readlink-at (;67;) (type 78) (canon lift (core func $cm32p2|phira:files/calls@1|file-readlink-at) (memory $memory) (realloc $cm32p2_realloc) string-encoding=utf8 (post-return $cm32p2|phira:files/calls@1|file-readlink-at_post)))
  (alias core export $main "cm32p2|phira:files/calls@1|file-remove-directory-at" (core func $cm32p2|phira:files/calls@1|file-remove-directory-at (;136;)))
  (alias core export $main "cm32p2|phira:files/calls@1|file-remove-directory-at_post" (core func $cm32p2|phira:files/calls@1|file-remove-directory-at_post (;137;)))
  (func $file-remove-directory-at (;68;) (type 68) (canon lift (core func $cm32p2|phira:files/calls@1|file-remove-directory-at) (memory $memory) (realloc $cm32p2_realloc) string-encoding=utf8 (post-return $cm32p2|phira:files/calls@1|file-remove-directory-at_post)))
  (type (;79;) (func (param "self" 42) (param "old-path" string) (param "new-descriptor" 42) (param "new-path" string) (result 50)))
  (alias core export $main "cm32p2|phira:files/calls@1|file-rename-at" (core func $cm32p2|phira:files/calls@1|file-rename-at (;138;)))
  (alias core export $main "cm32p2|phira:files/calls@1|file-rename-at_post" (core func $cm32p2|phira:files/calls@1|file-rename-at_post (;139;)))
  (func $file-rename-at (;69;) (type 79) (canon lift (core func $cm32p2|phira:files/calls@1|file-rename-at) (memory $memory) (realloc $cm32p2_realloc) string-encoding=utf8 (post-return $cm32p2|phira:files/calls@1|file-rename-at_post)))
  (type (;80;) (func (param "self" 42) (param "old-path" string) (param "new-path" string) (result 50)))
  (alias core export $main "cm32p2|phira:files/calls@1|file-symlink-at" (core func $cm32p2|phira:files/calls@1|file-symlink-at (;140;)))
  (alias core export $main "cm32p2|phira:files/calls@1|file-symlink-at_post" (core func $cm32p2|phira:files/calls@1|file-symlink-at_post (;141;)))
  (func $file-symlink-at (;70;) (type 80) (canon lift (core func $cm32p2|phira:files/calls@1|file-symlink-at) (memory $memory) (realloc $cm32p2_realloc) string-encoding=utf8 (post-return $cm32p2|phira:files/calls@1|file-symlink-at_post)))
  (alias core export $main "cm32p2|phira:files/calls@1|file-unlink-file-at" (core func $cm32p2|phira:files/calls@1|file-unlink-file-at (;142;)))
  (alias core export $main "cm32p2|phira:files/calls@1|file-unlink-file-at_post" (core func $cm32p2|phira:files/calls@1|file-unlink-file-at_post (;143;)))
  (func $file-unlink-file-at (;71;) (type 68) (canon lift (core func $cm32p2|phira:files/calls@1|file-unlink-file-at) (memory $memory) (realloc $cm32p2_realloc) string-encoding=utf8 (post-return $cm32p2|phira:files/calls@1|file-unlink-file-at_post)))
  (type (;81;) (func (param "self" 42) (param "other" 42) (result bool)))
  (alias core export $main "cm32p2|phira:files/calls@1|file-is-same-object" (core func $cm32p2|phira:files/calls@1|file-is-same-object (;144;)))
  (alias core export $main "cm32p2|phira:files/calls@1|file-is-same-object_post" (core func $cm32p2|phira:files/calls@1|file-is-same-object_post (;145;)))
  (func $file-is-same-object (;72;) (type 81) (canon lift (core func $cm32p2|phira:files/calls@1|file-is-same-object) (post-return $cm32p2|phira:files/calls@1|file-is-same-object_post)))
  (type (;82;) (result $metadata-hash-value (error $error-code)))
  (type (;83;) (func (param "self" 42) (result 82)))
  (alias core export $main "cm32p2|phira:files/calls@1|file-metadata-hash" (core func $cm32p2|phira:files/calls@1|file-metadata-hash (;146;)))
  (alias core export $main "cm32p2|phira:files/calls@1|file-metadata-hash_post" (core func $cm32p2|phira:files/calls@1|file-metadata-hash_post (;147;)))
  (func $file-metadata-hash (;73;) (type 83) (canon lift (core func $cm32p2|phira:files/calls@1|file-metadata-hash) (memory $memory) (post-return $cm32p2|phira:files/calls@1|file-metadata-hash_post)))
  (type (;84;) (func (param "self" 42) (param "path-flags" $path-flags) (param "path" string) (result 82)))
  (alias core export $main "cm32p2|phira:files/calls@1|file-metadata-hash-at" (core func $cm32p2|phira:files/calls@1|file-metadata-hash-at (;148;)))
  (alias core export $main "cm32p2|phira:files/calls@1|file-metadata-hash-at_post" (core func $cm32p2|phira:files/calls@1|file-metadata-hash-at_post (;149;)))
  (func $file-metadata-hash-at (;74;) (type 84) (canon lift (core func $cm32p2|phira:files/calls@1|file-metadata-hash-at) (memory $memory) (realloc $cm32p2_realloc) string-encoding=utf8 (post-return $cm32p2|phira:files/calls@1|file-metadata-hash-at_post)))
  (type (;85;) (borrow $directory-entry-stream))
  (type (;86;) (option $directory-entry))
  (type (;87;) (result 86 (error $error-code)))
  (type (;88;) (func (param "self" 85) (result 87)))
  (alias core export $main "cm32p2|phira:files/calls@1|entries-read-directory-entry" (core func $cm32p2|phira:files/calls@1|entries-read-directory-entry (;150;)))
  (alias core export $main "cm32p2|phira:files/calls@1|entries-read-directory-entry_post" (core func $cm32p2|phira:files/calls@1|entries-read-directory-entry_post (;151;)))
  (func $entries-read-directory-entry (;75;) (type 88) (canon lift (core func $cm32p2|phira:files/calls@1|entries-read-directory-entry) (memory $memory) string-encoding=utf8 (post-return $cm32p2|phira:files/calls@1|entries-read-directory-entry_post)))
  (type (;89;) (borrow $"#type21 input-stream"))
  (type (;90;) (result 59 (error $stream-error)))
  (type (;91;) (func (param "self" 89) (param "len" u64) (result 90)))
  (alias core export $main "cm32p2|phira:files/calls@1|input-read" (core func $cm32p2|phira:files/calls@1|input-read (;152;)))
  (alias core export $main "cm32p2|phira:files/calls@1|input-read_post" (core func $cm32p2|phira:files/calls@1|input-read_post (;153;)))
  (func $input-read (;76;) (type 91) (canon lift (core func $cm32p2|phira:files/calls@1|input-read) (memory $memory) (post-return $cm32p2|phira:files/calls@1|input-read_post)))
  (alias core export $main "cm32p2|phira:files/calls@1|input-blocking-read" (core func $cm32p2|phira:files/calls@1|input-blocking-read (;154;)))
  (alias core export $main "cm32p2|phira:files/calls@1|input-blocking-read_post" (core func $cm32p2|phira:files/calls@1|input-blocking-read_post (;155;)))
  (func $input-blocking-read (;77;) (type 91) (canon lift (core func $cm32p2|phira:files/calls@1|input-blocking-read) (memory $memory) (post-return $cm32p2|phira:files/calls@1|input-blocking-read_post)))
  (type (;92;) (result u64 (error $stream-error)))
  (type (;93;) (func (param "self" 89) (param "len" u64) (result 92)))
  (alias core export $main "cm32p2|phira:files/calls@1|input-skip" (core func $cm32p2|phira:files/calls@1|input-skip (;156;)))
  (alias core export $main "cm32p2|phira:files/calls@1|input-skip_post" (core func $cm32p2|phira:files/calls@1|input-skip_post (;157;)))
  (func $input-skip (;78;) (type 93) (canon lift (core func $cm32p2|phira:files/calls@1|input-skip) (memory $memory) (post-return $cm32p2|phira:files/calls@1|input-skip_post)))
  (alias core export $main "cm32p2|phira:files/calls@1|input-blocking-skip" (core func $cm32p2|phira:files/calls@1|input-blocking-skip (;158;)))
  (alias core export $main "cm32p2|phira:files/calls@1|input-blocking-skip_post" (core func $cm32p2|phira:files/calls@1|input-blocking-skip_post (;159;)))
  (func $input-blocking-skip (;79;) (type 93) (canon lift (core func $cm32p2|phira:files/calls@1|input-blocking-skip) (memory $memory) (post-return $cm32p2|phira:files/calls@1|input-blocking-skip_post)))
  (type (;94;) (own $"#type20 pollable"))
  (type (;95;) (func (param "self" 89) (result 94)))
  (alias core export $main "cm32p2|phira:files/calls@1|input-subscribe" (core func $cm32p2|phira:files/calls@1|input-subscribe (;160;)))
  (alias core export $main "cm32p2|phira:files/calls@1|input-subscribe_post" (core func $cm32p2|phira:files/calls@1|input-subscribe_post (;161;)))
  (func $input-subscribe (;80;) (type 95) (canon lift (core func $cm32p2|phira:files/calls@1|input-subscribe) (post-return $cm32p2|phira:files/calls@1|input-subscribe_post)))
  (type (;96;) (borrow $"#type22 output-stream"))
  (type (;97;) (func (param "self" 96) (result 92)))
  (alias core export $main "cm32p2|phira:files/calls@1|output-check-write" (core func $cm32p2|phira:files/calls@1|output-check-write (;162;)))
  (alias core export $main "cm32p2|phira:files/calls@1|output-check-write_post" (core func $cm32p2|phira:files/calls@1|output-check-write_post (;163;)))
  (func $output-check-write (;81;) (type 97) (canon lift (core func $cm32p2|phira:files/calls@1|output-check-write) (memory $memory) (post-return $cm32p2|phira:files/calls@1|output-check-write_post)))
  (type (;98;) (result (error $stream-error)))
  (type (;99;) (func (param "self" 96) (param "contents" 59) (result 98)))
  (alias core export $main "cm32p2|phira:files/calls@1|output-write" (core func $cm32p2|phira:files/calls@1|output-write (;164;)))
  (alias core export $main "cm32p2|phira:files/calls@1|output-write_post" (core func $cm32p2|phira:files/calls@1|output-write_post (;165;)))
  (func $output-write (;82;) (type 99) (canon lift (core func $cm32p2|phira:files/calls@1|output-write) (memory $memory) (realloc $cm32p2_realloc) (post-return $cm32p2|phira:files/calls@1|output-write_post)))
  (alias core export $main "cm32p2|phira:files/calls@1|output-blocking-write-and-flush" (core func $cm32p2|phira:files/calls@1|output-blocking-write-and-flush (;166;)))
  (alias core export $main "cm32p2|phira:files/calls@1|output-blocking-write-and-flush_post" (core func $cm32p2|phira:files/calls@1|output-blocking-write-and-flush_post (;167;)))
  (func $output-blocking-write-and-flush (;83;) (type 99) (canon lift (core func $cm32p2|phira:files/calls@1|output-blocking-write-and-flush) (memory $memory) (realloc $cm32p2_realloc) (post-return $cm32p2|phira:files/calls@1|output-blocking-write-and-flush_post)))
  (type (;100;) (func (param "self" 96) (result 98)))
  (alias core export $main "cm32p2|phira:files/calls@1|output-flush" (core func $cm32p2|phira:files/calls@1|output-flush (;168;)))
  (alias core export $main "cm32p2|phira:files/calls@1|output-flush_post" (core func $cm32p2|phira:files/calls@1|output-flush_post (;169;)))
  (func $output-flush (;84;) (type 100) (canon lift (core func $cm32p2|phira:files/calls@1|output-flush) (memory $memory) (post-return $cm32p2|phira:files/calls@1|output-flush_post)))
  (alias core export $main "cm32p2|phira:files/calls@1|output-blocking-flush" (core func $cm32p2|phira:files/calls@1|output-blocking-flush (;170;)))
  (alias core export $main "cm32p2|phira:files/calls@1|output-blocking-flush_post" (core func $cm32p2|phira:files/calls@1|output-blocking-flush_post (;171;)))
  (func $output-blocking-flush (;85;) (type 100) (canon lift (core func $cm32p2|phira:files/calls@1|output-blocking-flush) (memory $memory) (post-return $cm32p2|phira:files/calls@1|output-blocking-flush_post)))
  (type (;101;) (func (param "self" 96) (result 94)))
  (alias core export $main "cm32p2|phira:files/calls@1|output-subscribe" (core func $cm32p2|phira:files/calls@1|output-subscribe (;172;)))
  (alias core export $main "cm32p2|phira:files/calls@1|output-subscribe_post" (core func $cm32p2|phira:files/calls@1|output-subscribe_post (;173;)))
  (func $output-subscribe (;86;) (type 101) (canon lift (core func $cm32p2|phira:files/calls@1|output-subscribe) (post-return $cm32p2|phira:files/calls@1|output-subscribe_post)))
  (type (;102;) (func (param "self" 96) (param "len" u64) (result 98)))
  (alias core export $main "cm32p2|phira:files/calls@1|output-write-zeroes" (core func $cm32p2|phira:files/calls@1|output-write-zeroes (;174;)))
  (alias core export $main "cm32p2|phira:files/calls@1|output-write-zeroes_post" (core func $cm32p2|phira:files/calls@1|output-write-zeroes_post (;175;)))
  (func $output-write-zeroes (;87;) (type 102) (canon lift (core func $cm32p2|phira:files/calls@1|output-write-zeroes) (memory $memory) (post-return $cm32p2|phira:files/calls@1|output-write-zeroes_post)))
  (alias core export $main "cm32p2|phira:files/calls@1|output-blocking-write-zeroes-and-flush" (core func $cm32p2|phira:files/calls@1|output-blocking-write-zeroes-and-flush (;176;)))
  (alias core export $main "cm32p2|phira:files/calls@1|output-blocking-write-zeroes-and-flush_post" (core func $cm32p2|phira:files/calls@1|output-blocking-write-zeroes-and-flush_post (;177;)))
  (func $output-blocking-write-zeroes-and-flush (;88;) (type 102) (canon lift (core func $cm32p2|phira:files/calls@1|output-blocking-write-zeroes-and-flush) (memory $memory) (post-return $cm32p2|phira:files/calls@1|output-blocking-write-zeroes-and-flush_post)))
  (type (;103;) (func (param "self" 96) (param "src" 89) (param "len" u64) (result 92)))
  (alias core export $main "cm32p2|phira:files/calls@1|output-splice" (core func $cm32p2|phira:files/calls@1|output-splice (;178;)))
  (alias core export $main "cm32p2|phira:files/calls@1|output-splice_post" (core func $cm32p2|phira:files/calls@1|output-splice_post (;179;)))
  (func $output-splice (;89;) (type 103) (canon lift (core func $cm32p2|phira:files/calls@1|output-splice) (memory $memory) (post-return $cm32p2|phira:files/calls@1|output-splice_post)))
  (alias core export $main "cm32p2|phira:files/calls@1|output-blocking-splice" (core func $cm32p2|phira:files/calls@1|output-blocking-splice (;180;)))
  (alias core export $main "cm32p2|phira:files/calls@1|output-blocking-splice_post" (core func $cm32p2|phira:files/calls@1|output-blocking-splice_post (;181;)))
  (func $output-blocking-splice (;90;) (type 103) (canon lift (core func $cm32p2|phira:files/calls@1|output-blocking-splice) (memory $memory) (post-return $cm32p2|phira:files/calls@1|output-blocking-splice_post)))
  (type (;104;) (borrow $"#type19 error"))
  (type (;105;) (option $error-code))
  (type (;106;) (func (param "err" 104) (result 105)))
  (alias core export $main "cm32p2|phira:files/calls@1|filesystem-error-code" (core func $cm32p2|phira:files/calls@1|filesystem-error-code (;182;)))
  (alias core export $main "cm32p2|phira:files/calls@1|filesystem-error-code_post" (core func $cm32p2|phira:files/calls@1|filesystem-error-code_post (;183;)))
  (func $"#func91 filesystem-error-code" (@name "filesystem-error-code") (;91;) (type 106) (canon lift (core func $cm32p2|phira:files/calls@1|filesystem-error-code) (memory $memory) (post-return $cm32p2|phira:files/calls@1|filesystem-error-code_post)))
  (type (;107;) (tuple 74 string))
  (type (;108;) (list 107))
  (type (;109;) (func (result 108)))
  (alias core export $main "cm32p2|phira:files/calls@1|get-directories" (core func $cm32p2|phira:files/calls@1|get-directories (;184;)))
  (alias core export $main "cm32p2|phira:files/calls@1|get-directories_post" (core func $cm32p2|phira:files/calls@1|get-directories_post (;185;)))
  (func $"#func92 get-directories" (@name "get-directories") (;92;) (type 109) (canon lift (core func $cm32p2|phira:files/calls@1|get-directories) (memory $memory) string-encoding=utf8 (post-return $cm32p2|phira:files/calls@1|get-directories_post)))
  (type (;110;) (func (result 43)))
  (alias core export $main "cm32p2|phira:files/calls@1|get-stdin" (core func $cm32p2|phira:files/calls@1|get-stdin (;186;)))
  (alias core export $main "cm32p2|phira:files/calls@1|get-stdin_post" (core func $cm32p2|phira:files/calls@1|get-stdin_post (;187;)))
  (func $"#func93 get-stdin" (@name "get-stdin") (;93;) (type 110) (canon lift (core func $cm32p2|phira:files/calls@1|get-stdin) (post-return $cm32p2|phira:files/calls@1|get-stdin_post)))
  (type (;111;) (func (result 46)))
  (alias core export $main "cm32p2|phira:files/calls@1|get-stdout" (core func $cm32p2|phira:files/calls@1|get-stdout (;188;)))
  (alias core export $main "cm32p2|phira:files/calls@1|get-stdout_post" (core func $cm32p2|phira:files/calls@1|get-stdout_post (;189;)))
  (func $"#func94 get-stdout" (@name "get-stdout") (;94;) (type 111) (canon lift (core func $cm32p2|phira:files/calls@1|get-stdout) (post-return $cm32p2|phira:files/calls@1|get-stdout_post)))
  (alias core export $main "cm32p2|phira:files/calls@1|get-stderr" (core func $cm32p2|phira:files/calls@1|get-stderr (;190;)))
  (alias core export $main "cm32p2|phira:files/calls@1|get-stderr_post" (core func $cm32p2|phira:files/calls@1|get-stderr_post (;191;)))
  (func $"#func95 get-stderr" (@name "get-stderr") (;95;) (type 111) (canon lift (core func $cm32p2|phira:files/calls@1|get-stderr) (post-return $cm32p2|phira:files/calls@1|get-stderr_post)))
  (alias export $wasi:io/streams@0.2.0 "error" (type $"#type112 error" (@name "error") (;112;)))
  (alias export $wasi:filesystem/types@0.2.0 "link-count" (type $link-count (;113;)))
  (alias export $wasi:clocks/wall-clock@0.2.0 "datetime" (type $"#type114 datetime" (@name "datetime") (;114;)))
  (alias export $wasi:filesystem/types@0.2.0 "datetime" (type $"#type115 datetime" (@name "datetime") (;115;)))
  (component $phira:files/calls@1.0.0-shim-component (;0;)
    (import "import-type-error" (type (;0;) (sub resource)))
    (import "import-type-pollable" (type (;1;) (sub resource)))
    (import "import-type-input-stream" (type (;2;) (sub resource)))
    (import "import-type-output-stream" (type (;3;) (sub resource)))
    (import "import-type-error0" (type (;4;) (eq 0)))
    (type (;5;) (own 4))
    (type (;6;) (variant (case "last-operation-failed" 5) (case "closed")))
    (import "import-type-stream-error" (type (;7;) (eq 6)))
    (import "import-type-descriptor" (type (;8;) (sub resource)))
    (import "import-type-directory-entry-stream" (type (;9;) (sub resource)))
    (type (;10;) (enum "access" "would-block" "already" "bad-descriptor" "busy" "deadlock" "quota" "exist" "file-too-large" "illegal-byte-sequence" "in-progress" "interrupted" "invalid" "io" "is-directory" "loop" "too-many-links" "message-size" "name-too-long" "no-device" "no-entry" "no-lock" "insufficient-memory" "insufficient-space" "not-directory" "not-empty" "not-recoverable" "unsupported" "no-tty" "no-such-device" "overflow" "not-permitted" "pipe" "read-only" "invalid-seek" "text-file-busy" "cross-device"))
    (import "import-type-error-code" (type (;11;) (eq 10)))
    (type (;12;) (flags "read" "write" "file-integrity-sync" "data-integrity-sync" "requested-write-sync" "mutate-directory"))
    (import "import-type-descriptor-flags" (type (;13;) (eq 12)))
    (type (;14;) (enum "unknown" "block-device" "character-device" "directory" "fifo" "symbolic-link" "regular-file" "socket"))
    (import "import-type-descriptor-type" (type (;15;) (eq 14)))
    (type (;16;) u64)
    (import "import-type-link-count" (type (;17;) (eq 16)))
    (type (;18;) u64)
    (import "import-type-filesize" (type (;19;) (eq 18)))
    (type (;20;) (record (field "seconds" u64) (field "nanoseconds" u32)))
    (import "import-type-datetime" (type (;21;) (eq 20)))
    (import "import-type-datetime0" (type (;22;) (eq 21)))
    (type (;23;) (option 22))
    (type (;24;) (record (field "type" 15) (field "link-count" 17) (field "size" 19) (field "data-access-timestamp" 23) (field "data-modification-timestamp" 23) (field "status-change-timestamp" 23)))
    (import "import-type-descriptor-stat" (type (;25;) (eq 24)))
    (type (;26;) (flags "symlink-follow"))
    (import "import-type-path-flags" (type (;27;) (eq 26)))
    (type (;28;) (flags "create" "directory" "exclusive" "truncate"))
    (import "import-type-open-flags" (type (;29;) (eq 28)))
    (type (;30;) (variant (case "no-change") (case "now") (case "timestamp" 22)))
    (import "import-type-new-timestamp" (type (;31;) (eq 30)))
    (type (;32;) (enum "normal" "sequential" "random" "will-need" "dont-need" "no-reuse"))
    (import "import-type-advice" (type (;33;) (eq 32)))
    (type (;34;) (record (field "lower" u64) (field "upper" u64)))
    (import "import-type-metadata-hash-value" (type (;35;) (eq 34)))
    (type (;36;) (record (field "type" 15) (field "name" string)))
    (import "import-type-directory-entry" (type (;37;) (eq 36)))
    (import "import-type-descriptor0" (type (;38;) (eq 8)))
    (type (;39;) (borrow 38))
    (import "import-type-filesize0" (type (;40;) (eq 19)))
    (import "import-type-input-stream0" (type (;41;) (eq 2)))
    (type (;42;) (own 41))
    (import "import-type-error-code0" (type (;43;) (eq 11)))
    (type (;44;) (result 42 (error 43)))
    (type (;45;) (func (param "self" 39) (param "offset" 40) (result 44)))
    (import "import-func-file-read-via-stream" (func (;0;) (type 45)))
    (import "import-type-output-stream0" (type (;46;) (eq 3)))
    (type (;47;) (own 46))
    (type (;48;) (result 47 (error 43)))
    (type (;49;) (func (param "self" 39) (param "offset" 40) (result 48)))
    (import "import-func-file-write-via-stream" (func (;1;) (type 49)))
    (type (;50;) (func (param "self" 39) (result 48)))
    (import "import-func-file-append-via-stream" (func (;2;) (type 50)))
    (import "import-type-advice0" (type (;51;) (eq 33)))
    (type (;52;) (result (error 43)))
    (type (;53;) (func (param "self" 39) (param "offset" 40) (param "length" 40) (param "advice" 51) (result 52)))
    (import "import-func-file-advise" (func (;3;) (type 53)))
    (type (;54;) (func (param "self" 39) (result 52)))
    (import "import-func-file-sync-data" (func (;4;) (type 54)))
    (import "import-type-descriptor-flags0" (type (;55;) (eq 13)))
    (type (;56;) (result 55 (error 43)))
    (type (;57;) (func (param "self" 39) (result 56)))
    (import "import-func-file-get-flags" (func (;5;) (type 57)))
    (import "import-type-descriptor-type0" (type (;58;) (eq 15)))
    (type (;59;) (result 58 (error 43)))
    (type (;60;) (func (param "self" 39) (result 59)))
    (import "import-func-file-get-type" (func (;6;) (type 60)))
    (type (;61;) (func (param "self" 39) (param "size" 40) (result 52)))
    (import "import-func-file-set-size" (func (;7;) (type 61)))
    (import "import-type-new-timestamp0" (type (;62;) (eq 31)))
    (type (;63;) (func (param "self" 39) (param "data-access-timestamp" 62) (param "data-modification-timestamp" 62) (result 52)))
    (import "import-func-file-set-times" (func (;8;) (type 63)))
    (type (;64;) (list u8))
    (type (;65;) (tuple 64 bool))
    (type (;66;) (result 65 (error 43)))
    (type (;67;) (func (param "self" 39) (param "length" 40) (param "offset" 40) (result 66)))
    (import "import-func-file-read" (func (;9;) (type 67)))
    (type (;68;) (result 40 (error 43)))
    (type (;69;) (func (param "self" 39) (param "buffer" 64) (param "offset" 40) (result 68)))
    (import "import-func-file-write" (func (;10;) (type 69)))
    (import "import-type-directory-entry-stream0" (type (;70;) (eq 9)))
    (type (;71;) (own 70))
    (type (;72;) (result 71 (error 43)))
    (type (;73;) (func (param "self" 39) (result 72)))
    (import "import-func-file-read-directory" (func (;11;) (type 73)))
    (import "import-func-file-sync" (func (;12;) (type 54)))
    (type (;74;) (func (param "self" 39) (param "path" string) (result 52)))
    (import "import-func-file-create-directory-at" (func (;13;) (type 74)))
    (import "import-type-descriptor-stat0" (type (;75;) (eq 25)))
    (type (;76;) (result 75 (error 43)))
    (type (;77;) (func (param "self" 39) (result 76)))
    (import "import-func-file-stat" (func (;14;) (type 77)))
    (import "import-type-path-flags0" (type (;78;) (eq 27)))
    (type (;79;) (func (param "self" 39) (param "path-flags" 78) (param "path" string) (result 76)))
    (import "import-func-file-stat-at" (func (;15;) (type 79)))
    (type (;80;) (func (param "self" 39) (param "path-flags" 78) (param "path" string) (param "data-access-timestamp" 62) (param "data-modification-timestamp" 62) (result 52)))
    (import "import-func-file-set-times-at" (func (;16;) (type 80)))
    (type (;81;) (func (param "self" 39) (param "old-path-flags" 78) (param "old-path" string) (param "new-descriptor" 39) (param "new-path" string) (result 52)))
    (import "import-func-file-link-at" (func (;17;) (type 81)))
    (import "import-type-open-flags0" (type (;82;) (eq 29)))
    (type (;83;) (own 38))
    (type (;84;) (result 83 (error 43)))
    (type (;85;) (func (param "self" 39) (param "path-flags" 78) (param "path" string) (param "open-flags" 82) (param "flags" 55) (result 84)))
    (import "import-func-file-open-at" (func (;18;) (type 85)))
    (type (;86;) (result string (error 43)))
    (type (;87;) (func (param "self" 39) (param "path" string) (result 86)))
    (import "import-func-file-readlink-at" (func (;19;) (type 87)))
    (import "import-func-file-remove-directory-at" (func (;20;) (type 74)))
    (type (;88;) (func (param "self" 39) (param "old-path" string) (param "new-descriptor" 39) (param "new-path" string) (result 52)))
    (import "import-func-file-rename-at" (func (;21;) (type 88)))
    (type (;89;) (func (param "self" 39) (param "old-path" string) (param "new-path" string) (result 52)))
    (import "import-func-file-symlink-at" (func (;22;) (type 89)))
    (import "import-func-file-unlink-file-at" (func (;23;) (type 74)))
    (type (;90;) (func (param "self" 39) (param "other" 39) (result bool)))
    (import "import-func-file-is-same-object" (func (;24;) (type 90)))
    (import "import-type-metadata-hash-value0" (type (;91;) (eq 35)))
    (type (;92;) (result 91 (error 43)))
    (type (;93;) (func (param "self" 39) (result 92)))
    (import "import-func-file-metadata-hash" (func (;25;) (type 93)))
    (type (;94;) (func (param "self" 39) (param "path-flags" 78) (param "path" string) (result 92)))
    (import "import-func-file-metadata-hash-at" (func (;26;) (type 94)))
    (type (;95;) (borrow 70))
    (import "import-type-directory-entry0" (type (;96;) (eq 37)))
    (type (;97;) (option 96))
    (type (;98;) (result 97 (error 43)))
    (type (;99;) (func (param "self" 95) (result 98)))
    (import "import-func-entries-read-directory-entry" (func (;27;) (type 99)))
    (type (;100;) (borrow 41))
    (import "import-type-stream-error0" (type (;101;) (eq 7)))
    (type (;102;) (result 64 (error 101)))
    (type (;103;) (func (param "self" 100) (param "len" u64) (result 102)))
    (import "import-func-input-read" (func (;28;) (type 103)))
    (import "import-func-input-blocking-read" (func (;29;) (type 103)))
    (type (;104;) (result u64 (error 101)))
    (type (;105;) (func (param "self" 100) (param "len" u64) (result 104)))
    (import "import-func-input-skip" (func (;30;) (type 105)))
    (import "import-func-input-blocking-skip" (func (;31;) (type 105)))
    (import "import-type-pollable0" (type (;106;) (eq 1)))
    (type (;107;) (own 106))
    (type (;108;) (func (param "self" 100) (result 107)))
    (import "import-func-input-subscribe" (func (;32;) (type 108)))
    (type (;109;) (borrow 46))
    (type (;110;) (func (param "self" 109) (result 104)))
    (import "import-func-output-check-write" (func (;33;) (type 110)))
    (type (;111;) (result (error 101)))
    (type (;112;) (func (param "self" 109) (param "contents" 64) (result 111)))
    (import "import-func-output-write" (func (;34;) (type 112)))
    (import "import-func-output-blocking-write-and-flush" (func (;35;) (type 112)))
    (type (;113;) (func (param "self" 109) (result 111)))
    (import "import-func-output-flush" (func (;36;) (type 113)))
    (import "import-func-output-blocking-flush" (func (;37;) (type 113)))
    (type (;114;) (func (param "self" 109) (result 107)))
    (import "import-func-output-subscribe" (func (;38;) (type 114)))
    (type (;115;) (func (param "self" 109) (param "len" u64) (result 111)))
    (import "import-func-output-write-zeroes" (func (;39;) (type 115)))
    (import "import-func-output-blocking-write-zeroes-and-flush" (func (;40;) (type 115)))
    (type (;116;) (func (param "self" 109) (param "src" 100) (param "len" u64) (result 104)))
    (import "import-func-output-splice" (func (;41;) (type 116)))
    (import "import-func-output-blocking-splice" (func (;42;) (type 116)))
    (import "import-type-error01" (type (;117;) (eq 0)))
    (type (;118;) (borrow 117))
    (type (;119;) (option 43))
    (type (;120;) (func (param "err" 118) (result 119)))
    (import "import-func-filesystem-error-code" (func (;43;) (type 120)))
    (type (;121;) (tuple 83 string))
    (type (;122;) (list 121))
    (type (;123;) (func (result 122)))
    (import "import-func-get-directories" (func (;44;) (type 123)))
    (type (;124;) (func (result 42)))
    (import "import-func-get-stdin" (func (;45;) (type 124)))
    (type (;125;) (func (result 47)))
    (import "import-func-get-stdout" (func (;46;) (type 125)))
    (import "import-func-get-stderr" (func (;47;) (type 125)))
    (export (;126;) "error" (type 0))
    (export (;127;) "pollable" (type 1))
    (export (;128;) "input-stream" (type 2))
    (export (;129;) "output-stream" (type 3))
    (export (;130;) "stream-error" (type 7))
    (export (;131;) "descriptor" (type 8))
    (export (;132;) "directory-entry-stream" (type 9))
    (export (;133;) "error-code" (type 11))
    (export (;134;) "descriptor-flags" (type 13))
    (export (;135;) "descriptor-type" (type 15))
    (export (;136;) "descriptor-stat" (type 25))
    (export (;137;) "path-flags" (type 27))
    (export (;138;) "open-flags" (type 29))
    (export (;139;) "new-timestamp" (type 31))
    (export (;140;) "advice" (type 33))
    (export (;141;) "metadata-hash-value" (type 35))
    (export (;142;) "directory-entry" (type 37))
    (export (;143;) "filesize" (type 19))
    (type (;144;) (borrow 131))
    (type (;145;) (own 128))
    (type (;146;) (result 145 (error 133)))
    (type (;147;) (func (param "self" 144) (param "offset" 143) (result 146)))
    (export (;48;) "file-read-via-stream" (func 0) (func (type 147)))
    (type (;148;) (own 129))
    (type (;149;) (result 148 (error 133)))
    (type (;150;) (func (param "self" 144) (param "offset" 143) (result 149)))
    (export (;49;) "file-write-via-stream" (func 1) (func (type 150)))
    (type (;151;) (func (param "self" 144) (result 149)))
    (export (;50;) "file-append-via-stream" (func 2) (func (type 151)))
    (type (;152;) (result (error 133)))
    (type (;153;) (func (param "self" 144) (param "offset" 143) (param "length" 143) (param "advice" 140) (result 152)))
    (export (;51;) "file-advise" (func 3) (func (type 153)))
    (type (;154;) (func (param "self" 144) (result 152)))
    (export (;52;) "file-sync-data" (func 4) (func (type 154)))
    (type (;155;) (result 134 (error 133)))
    (type (;156;) (func (param "self" 144) (result 155)))
    (export (;53;) "file-get-flags" (func 5) (func (type 156)))
    (type (;157;) (result 135 (error 133)))
    (type (;158;) (func (param "self" 144) (result 157)))
    (export (;54;) "file-get-type" (func 6) (func (type 158)))
    (type (;159;) (func (param "self" 144) (param "size" 143) (result 152)))
    (export (;55;) "file-set-size" (func 7) (func (type 159)))
    (type (;160;) (func (param "self" 144) (param "data-access-timestamp" 139) (param "data-modification-timestamp" 139) (result 152)))
    (export (;56;) "file-set-times" (func 8) (func (type 160)))
    (type (;161;) (list u8))
    (type (;162;) (tuple 161 bool))
    (type (;163;) (result 162 (error 133)))
    (type (;164;) (func (param "self" 144) (param "length" 143) (param "offset" 143) (result 163)))
    (export (;57;) "file-read" (func 9) (func (type 164)))
    (type (;165;) (result 143 (error 133)))
    (type (;166;) (func (param "self" 144) (param "buffer" 161) (param "offset" 143) (result 165)))
    (export (;58;) "file-write" (func 10) (func (type 166)))
    (type (;167;) (own 132))
    (type (;168;) (result 167 (error 133)))
    (type (;169;) (func (param "self" 144) (result 168)))
    (export (;59;) "file-read-directory" (func 11) (func (type 169)))
    (export (;60;) "file-sync" (func 12) (func (type 154)))
    (type (;170;) (func (param "self" 144) (param "path" string) (result 152)))
    (export (;61;) "file-create-directory-at" (func 13) (func (type 170)))
    (type (;171;) (result 136 (error 133)))
    (type (;172;) (func (param "self" 144) (result 171)))
    (export (;62;) "file-stat" (func 14) (func (type 172)))
    (type (;173;) (func (param "self" 144) (param "path-flags" 137) (param "path" string) (result 171)))
    (export (;63;) "file-stat-at" (func 15) (func (type 173)))
    (type (;174;) (func (param "self" 144) (param "path-flags" 137) (param "path" string) (param "data-access-timestamp" 139) (param "data-modification-timestamp" 139) (result 152)))
    (export (;64;) "file-set-times-at" (func 16) (func (type 174)))
    (type (;175;) (func (param "self" 144) (param "old-path-flags" 137) (param "old-path" string) (param "new-descriptor" 144) (param "new-path" string) (result 152)))
    (export (;65;) "file-link-at" (func 17) (func (type 175)))
    (type (;176;) (own 131))
    (type (;177;) (result 176 (error 133)))
    (type (;178;) (func (param "self" 144) (param "path-flags" 137) (param "path" string) (param "open-flags" 138) (param "flags" 134) (result 177)))
    (export (;66;) "file-open-at" (func 18) (func (type 178)))
    (type (;179;) (result string (error 133)))
    (type (;180;) (func (param "self" 144) (param "path" string) (result 179)))
    (export (;67;) "file-readlink-at" (func 19) (func (type 180)))
    (export (;68;) "file-remove-directory-at" (func 20) (func (type 170)))
    (type (;181;) (func (param "self" 144) (param "old-path" string) (param "new-descriptor" 144) (param "new-path" string) (result 152)))
    (export (;69;) "file-rename-at" (func 21) (func (type 181)))
    (type (;182;) (func (param "self" 144) (param "old-path" string) (param "new-path" string) (result 152)))
    (export (;70;) "file-symlink-at" (func 22) (func (type 182)))
    (export (;71;) "file-unlink-file-at" (func 23) (func (type 170)))
    (type (;183;) (func (param "self" 144) (param "other" 144) (result bool)))
    (export (;72;) "file-is-same-object" (func 24) (func (type 183)))
    (type (;184;) (result 141 (error 133)))
    (type (;185;) (func (param "self" 144) (result 184)))
    (export (;73;) "file-metadata-hash" (func 25) (func (type 185)))
    (type (;186;) (func (param "self" 144) (param "path-flags" 137) (param "path" string) (result 184)))
    (export (;74;) "file-metadata-hash-at" (func 26) (func (type 186)))
    (type (;187;) (borrow 132))
    (type (;188;) (option 142))
    (type (;189;) (result 188 (error 133)))
    (type (;190;) (func (param "self" 187) (result 189)))
    (export (;75;) "entries-read-directory-entry" (func 27) (func (type 190)))
    (type (;191;) (borrow 128))
    (type (;192;) (result 161 (error 130)))
    (type (;193;) (func (param "self" 191) (param "len" u64) (result 192)))
    (export (;76;) "input-read" (func 28) (func (type 193)))
    (export (;77;) "input-blocking-read" (func 29) (func (type 193)))
    (type (;194;) (result u64 (error 130)))
    (type (;195;) (func (param "self" 191) (param "len" u64) (result 194)))
    (export (;78;) "input-skip" (func 30) (func (type 195)))
    (export (;79;) "input-blocking-skip" (func 31) (func (type 195)))
    (type (;196;) (own 127))
    (type (;197;) (func (param "self" 191) (result 196)))
    (export (;80;) "input-subscribe" (func 32) (func (type 197)))
    (type (;198;) (borrow 129))
    (type (;199;) (func (param "self" 198) (result 194)))
    (export (;81;) "output-check-write" (func 33) (func (type 199)))
    (type (;200;) (result (error 130)))
    (type (;201;) (func (param "self" 198) (param "contents" 161) (result 200)))
    (export (;82;) "output-write" (func 34) (func (type 201)))
    (export (;83;) "output-blocking-write-and-flush" (func 35) (func (type 201)))
    (type (;202;) (func (param "self" 198) (result 200)))
    (export (;84;) "output-flush" (func 36) (func (type 202)))
    (export (;85;) "output-blocking-flush" (func 37) (func (type 202)))
    (type (;203;) (func (param "self" 198) (result 196)))
    (export (;86;) "output-subscribe" (func 38) (func (type 203)))
    (type (;204;) (func (param "self" 198) (param "len" u64) (result 200)))
    (export (;87;) "output-write-zeroes" (func 39) (func (type 204)))
    (export (;88;) "output-blocking-write-zeroes-and-flush" (func 40) (func (type 204)))
    (type (;205;) (func (param "self" 198) (param "src" 191) (param "len" u64) (result 194)))
    (export (;89;) "output-splice" (func 41) (func (type 205)))
    (export (;90;) "output-blocking-splice" (func 42) (func (type 205)))
    (type (;206;) (borrow 126))
    (type (;207;) (option 133))
    (type (;208;) (func (param "err" 206) (result 207)))
    (export (;91;) "filesystem-error-code" (func 43) (func (type 208)))
    (type (;209;) (tuple 176 string))
    (type (;210;) (list 209))
    (type (;211;) (func (result 210)))
    (export (;92;) "get-directories" (func 44) (func (type 211)))
    (type (;212;) (func (result 145)))
    (export (;93;) "get-stdin" (func 45) (func (type 212)))
    (type (;213;) (func (result 148)))
    (export (;94;) "get-stdout" (func 46) (func (type 213)))
    (export (;95;) "get-stderr" (func 47) (func (type 213)))
  )
  (instance $phira:files/calls@1.0.0-shim-instance (;9;) (instantiate $phira:files/calls@1.0.0-shim-component
      (with "import-func-file-read-via-stream" (func $file-read-via-stream))
      (with "import-func-file-write-via-stream" (func $file-write-via-stream))
      (with "import-func-file-append-via-stream" (func $file-append-via-stream))
      (with "import-func-file-advise" (func $file-advise))
      (with "import-func-file-sync-data" (func $file-sync-data))
      (with "import-func-file-get-flags" (func $file-get-flags))
      (with "import-func-file-get-type" (func $file-get-type))
      (with "import-func-file-set-size" (func $file-set-size))
      (with "import-func-file-set-times" (func $file-set-times))
      (with "import-func-file-read" (func $file-read))
      (with "import-func-file-write" (func $file-write))
      (with "import-func-file-read-directory" (func $file-read-directory))
      (with "import-func-file-sync" (func $file-sync))
      (with "import-func-file-create-directory-at" (func $file-create-directory-at))
      (with "import-func-file-stat" (func $file-stat))
      (with "import-func-file-stat-at" (func $file-stat-at))
      (with "import-func-file-set-times-at" (func $file-set-times-at))
      (with "import-func-file-link-at" (func $file-link-at))
      (with "import-func-file-open-at" (func $file-open-at))
      (with "import-func-file-readlink-at" (func $file-readlink-at))
      (with "import-func-file-remove-directory-at" (func $file-remove-directory-at))
      (with "import-func-file-rename-at" (func $file-rename-at))
      (with "import-func-file-symlink-at" (func $file-symlink-at))
      (with "import-func-file-unlink-file-at" (func $file-unlink-file-at))
      (with "import-func-file-is-same-object" (func $file-is-same-object))
      (with "import-func-file-metadata-hash" (func $file-metadata-hash))
      (with "import-func-file-metadata-hash-at" (func $file-metadata-hash-at))
      (with "import-func-entries-read-directory-entry" (func $entries-read-directory-entry))
      (with "import-func-input-read" (func $input-read))
      (with "import-func-input-blocking-read" (func $input-blocking-read))
      (with "import-func-input-skip" (func $input-skip))
      (with "import-func-input-blocking-skip" (func $input-blocking-skip))
      (with "import-func-input-subscribe" (func $input-subscribe))
      (with "import-func-output-check-write" (func $output-check-write))
      (with "import-func-output-write" (func $output-write))
      (with "import-func-output-blocking-write-and-flush" (func $output-blocking-write-and-flush))
      (with "import-func-output-flush" (func $output-flush))
      (with "import-func-output-blocking-flush" (func $output-blocking-flush))
      (with "import-func-output-subscribe" (func $output-subscribe))
      (with "import-func-output-write-zeroes" (func $output-write-zeroes))
      (with "import-func-output-blocking-write-zeroes-and-flush" (func $output-blocking-write-zeroes-and-flush))
      (with "import-func-output-splice" (func $output-splice))
      (with "import-func-output-blocking-splice" (func $output-blocking-splice))
      (with "import-func-filesystem-error-code" (func $"#func91 filesystem-error-code"))
      (with "import-func-get-directories" (func $"#func92 get-directories"))
      (with "import-func-get-stdin" (func $"#func93 get-stdin"))
      (with "import-func-get-stdout" (func $"#func94 get-stdout"))
      (with "import-func-get-stderr" (func $"#func95 get-stderr"))
      (with "import-type-error" (type $"#type19 error"))
      (with "import-type-pollable" (type $"#type20 pollable"))
      (with "import-type-input-stream" (type $"#type21 input-stream"))
      (with "import-type-output-stream" (type $"#type22 output-stream"))
      (with "import-type-error0" (type $"#type112 error"))
      (with "import-type-stream-error" (type $stream-error))
      (with "import-type-descriptor" (type $"#type24 descriptor"))
      (with "import-type-directory-entry-stream" (type $directory-entry-stream))
      (with "import-type-error-code" (type $error-code))
      (with "import-type-descriptor-flags" (type $descriptor-flags))
      (with "import-type-descriptor-type" (type $descriptor-type))
      (with "import-type-link-count" (type $link-count))
      (with "import-type-filesize" (type $filesize))
      (with "import-type-datetime" (type $"#type114 datetime"))
      (with "import-type-datetime0" (type $"#type115 datetime"))
      (with "import-type-descriptor-stat" (type $descriptor-stat))
      (with "import-type-path-flags" (type $path-flags))
      (with "import-type-open-flags" (type $open-flags))
      (with "import-type-new-timestamp" (type $new-timestamp))
      (with "import-type-advice" (type $advice))
      (with "import-type-metadata-hash-value" (type $metadata-hash-value))
      (with "import-type-directory-entry" (type $directory-entry))
      (with "import-type-descriptor0" (type $"#type24 descriptor"))
      (with "import-type-filesize0" (type $filesize))
      (with "import-type-input-stream0" (type $"#type21 input-stream"))
      (with "import-type-error-code0" (type $error-code))
      (with "import-type-output-stream0" (type $"#type22 output-stream"))
      (with "import-type-advice0" (type $advice))
      (with "import-type-descriptor-flags0" (type $descriptor-flags))
      (with "import-type-descriptor-type0" (type $descriptor-type))
      (with "import-type-new-timestamp0" (type $new-timestamp))
      (with "import-type-directory-entry-stream0" (type $directory-entry-stream))
      (with "import-type-descriptor-stat0" (type $descriptor-stat))
      (with "import-type-path-flags0" (type $path-flags))
      (with "import-type-open-flags0" (type $open-flags))
      (with "import-type-metadata-hash-value0" (type $metadata-hash-value))
      (with "import-type-directory-entry0" (type $directory-entry))
      (with "import-type-stream-error0" (type $stream-error))
      (with "import-type-pollable0" (type $"#type20 pollable"))
      (with "import-type-error01" (type $"#type19 error"))
    )
  )
  (export $phira:files/calls@1.0.0 (;10;) "phira:files/calls@1.0.0" (instance $phira:files/calls@1.0.0-shim-instance))
  (@producers
    (processed-by "wit-component" "0.259.0")
  )
)
