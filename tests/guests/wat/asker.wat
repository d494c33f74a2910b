;; As the listener, and asks the host a hundred times for each event how many users there are: what one host call costs.
(module
  (import "phira:plugin/events@1.0.0" "subscribe-event"
    (func $subscribe (param i32 i32 i32 i32 i32 i32 i32 i32 i32 i32 i32 i32)))
  (import "phira:plugin/users@1.0.0" "get-online-user-count" (func $count (param i32)))
  (memory (export "memory") 1)
  (data (i32.const 4200) "user_connect")
  (func (export "phira:plugin/lifecycle@1.0.0#start") (result i32)
    (call $subscribe
      (i32.const 4200) (i32.const 12) (i32.const 0) (i32.const 0) (i32.const 0) (i32.const 0) (i32.const 0) (i32.const 0) (i32.const 0)
      (i32.const 0) (i32.const 0) (i32.const 3072))
    (i32.const 2048))
  (func (export "phira:plugin/event-handler@1.0.0#on-event") (param i32) (result i32)
    (local $left i32)
    (local.set $left (i32.const 100))
    (loop $again
      (call $count (i32.const 3072))
      (local.set $left (i32.sub (local.get $left) (i32.const 1)))
      (br_if $again (local.get $left)))
    (global.set $heap (i32.const 8192))
    (i32.const 2048))
  ;;include lifecycle
)
