;; start fails when it is given something.
(module
  (import "wasi:sockets/instance-network@0.2.0" "instance-network" (func $network (result i32)))
  (import "wasi:sockets/ip-name-lookup@0.2.0" "resolve-addresses" (func $resolve (param i32 i32 i32 i32)))
  (data (i32.const 4320) "localhost")
  (memory (export "memory") 1)
  (data (i32.const 4200) "it was given a name lookup")
  (func $given (result i32)
    (i32.store8 (i32.const 2064) (i32.const 1))
    (i32.store (i32.const 2068) (i32.const 4200))
    (i32.store (i32.const 2072) (i32.const 26))
    (i32.const 2064))
  (func (export "phira:plugin/lifecycle@1.0.0#start") (result i32)
    (call $resolve (call $network) (i32.const 4320) (i32.const 9) (i32.const 3072))
    (if (i32.eqz (i32.load8_u (i32.const 3072))) (then (return (call $given))))
    (i32.const 2048))
  ;;include lifecycle
)
