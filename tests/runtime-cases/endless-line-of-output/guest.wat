(module
  (import "wasi:cli/stdout@0.2.0" "get-stdout" (func $stdout (result i32)))
  (import "wasi:io/streams@0.2.0" "[method]output-stream.blocking-write-and-flush" (func $write (param i32 i32 i32 i32)))
  (memory (export "memory") 2)
  (func (export "phira:plugin/lifecycle@1.0.0#start") (result i32)
    (local $out i32)
    (local.set $out (call $stdout))
    (memory.fill (i32.const 65536) (i32.const 120) (i32.const 4096))
    (loop $again
      (call $write (local.get $out) (i32.const 65536) (i32.const 4096) (i32.const 3072))
      (br $again))
    (unreachable))
  ;;include lifecycle
)
