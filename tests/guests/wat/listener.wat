;; Listens to the event user_connect and lets it pass, in the smallest way: what one event costs.
(module
  (import "phira:plugin/events@1.0.0" "subscribe-event"
    (func $subscribe (param i32 i32 i32 i32 i32 i32 i32 i32 i32 i32 i32 i32)))
  (memory (export "memory") 1)
  (data (i32.const 4200) "user_connect")
  (func (export "phira:plugin/lifecycle@1.0.0#start") (result i32)
    (call $subscribe
      (i32.const 4200) (i32.const 12) (i32.const 0) (i32.const 0) (i32.const 0) (i32.const 0) (i32.const 0) (i32.const 0) (i32.const 0)
      (i32.const 0) (i32.const 0) (i32.const 3072))
    (i32.const 2048))
  ;; What the event brought is forgotten, for nothing else is kept behind it.
  (func (export "phira:plugin/event-handler@1.0.0#on-event") (param i32) (result i32)
    (global.set $heap (i32.const 8192))
    (i32.const 2048))
  ;;include lifecycle
)
