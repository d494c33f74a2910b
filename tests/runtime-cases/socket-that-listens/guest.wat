;; start fails when it is given something.
(module
  (import "wasi:sockets/instance-network@0.2.0" "instance-network" (func $network (result i32)))
  (import "wasi:sockets/tcp-create-socket@0.2.0" "create-tcp-socket" (func $socket (param i32 i32)))
  (import "wasi:sockets/tcp@0.2.0" "[method]tcp-socket.start-bind" (func $bind (param i32 i32 i32 i32 i32 i32 i32 i32 i32 i32 i32 i32 i32 i32 i32)))
  (memory (export "memory") 1)
  (data (i32.const 4200) "it was given a port")
  (func $given (result i32)
    (i32.store8 (i32.const 2064) (i32.const 1))
    (i32.store (i32.const 2068) (i32.const 4200))
    (i32.store (i32.const 2072) (i32.const 19))
    (i32.const 2064))
  (func (export "phira:plugin/lifecycle@1.0.0#start") (result i32)
    ;; A socket without an address is harmless; 127.0.0.1:12347 is not.
    (call $socket (i32.const 0) (i32.const 3072))
    (if (i32.eqz (i32.load8_u (i32.const 3072)))
      (then
        (call $bind
          (i32.load (i32.const 3076)) (call $network) (i32.const 0) (i32.const 12347) (i32.const 127) (i32.const 0) (i32.const 0)
          (i32.const 1) (i32.const 0) (i32.const 0) (i32.const 0) (i32.const 0) (i32.const 0) (i32.const 0) (i32.const 3088))
        (if (i32.eqz (i32.load8_u (i32.const 3088))) (then (return (call $given))))))
    (i32.const 2048))
  ;;include lifecycle
)
