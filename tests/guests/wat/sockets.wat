;; Tries to reach the network through WASI when it is started, and fails when anything of it works.
(module
  (import "wasi:cli/stdout@0.2.0" "get-stdout" (func $stdout (result i32)))
  (import "wasi:io/streams@0.2.0" "[method]output-stream.blocking-write-and-flush" (func $write (param i32 i32 i32 i32)))
  (import "wasi:sockets/instance-network@0.2.0" "instance-network" (func $network (result i32)))
  (import "wasi:sockets/tcp-create-socket@0.2.0" "create-tcp-socket" (func $tcp (param i32 i32)))
  (import "wasi:sockets/tcp@0.2.0" "[method]tcp-socket.start-connect"
    (func $connect (param i32 i32 i32 i32 i32 i32 i32 i32 i32 i32 i32 i32 i32 i32 i32)))
  (import "wasi:sockets/tcp@0.2.0" "[method]tcp-socket.start-bind"
    (func $listen (param i32 i32 i32 i32 i32 i32 i32 i32 i32 i32 i32 i32 i32 i32 i32)))
  (import "wasi:sockets/udp-create-socket@0.2.0" "create-udp-socket" (func $udp (param i32 i32)))
  (import "wasi:sockets/udp@0.2.0" "[method]udp-socket.start-bind"
    (func $bind (param i32 i32 i32 i32 i32 i32 i32 i32 i32 i32 i32 i32 i32 i32 i32)))
  (import "wasi:sockets/ip-name-lookup@0.2.0" "resolve-addresses" (func $resolve (param i32 i32 i32 i32)))
  (memory (export "memory") 1)
  (data (i32.const 4200) "connection")
  (data (i32.const 4220) "listening")
  (data (i32.const 4240) "datagrams")
  (data (i32.const 4260) "name lookup")
  (data (i32.const 4280) "localhost")
  (data (i32.const 4300) "no network\n")
  ;; 2048: success; 2064: what worked, as an error text.
  (func $worked (param $text i32) (param $length i32) (result i32)
    (i32.store8 (i32.const 2064) (i32.const 1))
    (i32.store (i32.const 2068) (local.get $text))
    (i32.store (i32.const 2072) (local.get $length))
    (i32.const 2064))
  (func (export "phira:plugin/lifecycle@1.0.0#start") (result i32)
    (local $network i32)
    (local.set $network (call $network))
    ;; A socket without an address is harmless; one that connects to 127.0.0.1:12346 or is bound there is not.
    (call $tcp (i32.const 0) (i32.const 3072))
    (if (i32.eqz (i32.load8_u (i32.const 3072)))
      (then
        (call $listen
          (i32.load (i32.const 3076)) (local.get $network) (i32.const 0) (i32.const 0) (i32.const 127) (i32.const 0) (i32.const 0)
          (i32.const 1) (i32.const 0) (i32.const 0) (i32.const 0) (i32.const 0) (i32.const 0) (i32.const 0) (i32.const 3088))
        (if (i32.eqz (i32.load8_u (i32.const 3088))) (then (return (call $worked (i32.const 4220) (i32.const 9)))))))
    (call $tcp (i32.const 0) (i32.const 3072))
    (if (i32.eqz (i32.load8_u (i32.const 3072)))
      (then
        (call $connect
          (i32.load (i32.const 3076)) (local.get $network) (i32.const 0) (i32.const 12346) (i32.const 127) (i32.const 0) (i32.const 0)
          (i32.const 1) (i32.const 0) (i32.const 0) (i32.const 0) (i32.const 0) (i32.const 0) (i32.const 0) (i32.const 3088))
        (if (i32.eqz (i32.load8_u (i32.const 3088))) (then (return (call $worked (i32.const 4200) (i32.const 10)))))))
    (call $udp (i32.const 0) (i32.const 3072))
    (if (i32.eqz (i32.load8_u (i32.const 3072)))
      (then
        (call $bind
          (i32.load (i32.const 3076)) (local.get $network) (i32.const 0) (i32.const 0) (i32.const 127) (i32.const 0) (i32.const 0)
          (i32.const 1) (i32.const 0) (i32.const 0) (i32.const 0) (i32.const 0) (i32.const 0) (i32.const 0) (i32.const 3088))
        (if (i32.eqz (i32.load8_u (i32.const 3088))) (then (return (call $worked (i32.const 4240) (i32.const 9)))))))
    (call $resolve (local.get $network) (i32.const 4280) (i32.const 9) (i32.const 3072))
    (if (i32.eqz (i32.load8_u (i32.const 3072))) (then (return (call $worked (i32.const 4260) (i32.const 11)))))
    (call $write (call $stdout) (i32.const 4300) (i32.const 11) (i32.const 3072))
    (i32.const 2048))
  ;;include lifecycle
)
