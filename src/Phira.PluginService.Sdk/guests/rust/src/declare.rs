//! Declares the types of the WIT package together with their layout in memory. Fields and cases must be in the order of the WIT.

/// A WIT record.
macro_rules! record {
    ($(#[$meta:meta])* pub struct $name:ident { $($(#[$field_meta:meta])* pub $field:ident: $type:ty,)* }) => {
        $(#[$meta])*
        #[derive(Clone, Debug, PartialEq)]
        pub struct $name {
            $($(#[$field_meta])* pub $field: $type,)*
        }

        impl $crate::abi::Layout for $name {
            const ALIGN: usize = {
                let mut align = 1;
                $(align = $crate::abi::larger(align, <$type as $crate::abi::Layout>::ALIGN);)*
                align
            };
            const SIZE: usize = {
                let mut at = 0;
                $(
                    at = $crate::abi::align_up(at, <$type as $crate::abi::Layout>::ALIGN);
                    at += <$type as $crate::abi::Layout>::SIZE;
                )*
                $crate::abi::align_up(at, Self::ALIGN)
            };
        }

        impl $crate::abi::Lift for $name {
            unsafe fn lift(at: *const u8) -> Self {
                let mut fields = $crate::abi::Fields::of(at);
                $(let $field = fields.lift::<$type>();)*
                $name { $($field,)* }
            }
        }
    };
}

/// Lets the guest hand a record to the host, too.
macro_rules! lower_record {
    ($name:ident { $($field:ident),* }) => {
        impl $crate::abi::Lower for $name {
            unsafe fn lower(&self, at: *mut u8, kept: &mut $crate::abi::Kept) {
                let mut fields = $crate::abi::Fields::of(at);
                $(fields.lower(&self.$field, kept);)*
            }
        }
    };
}

/// A WIT enum.
macro_rules! enumeration {
    ($(#[$meta:meta])* pub enum $name:ident { $($(#[$case_meta:meta])* $case:ident,)* }) => {
        $(#[$meta])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        #[repr(u8)]
        pub enum $name {
            $($(#[$case_meta])* $case,)*
        }

        impl $crate::abi::Layout for $name {
            const SIZE: usize = 1;
            const ALIGN: usize = 1;
        }

        impl $name {
            #[allow(dead_code)]
            pub(crate) fn of(discriminant: u8) -> Self {
                [$(Self::$case,)*][discriminant as usize]
            }
        }

        impl $crate::abi::Lift for $name {
            unsafe fn lift(at: *const u8) -> Self {
                Self::of(at.read())
            }
        }

        impl $crate::abi::Lower for $name {
            unsafe fn lower(&self, at: *mut u8, _kept: &mut $crate::abi::Kept) {
                at.write(*self as u8)
            }
        }
    };
}

/// A WIT variant, as the host hands it over.
macro_rules! variant {
    ($(#[$meta:meta])* pub enum $name:ident { $($(#[$case_meta:meta])* $case:ident $(($type:ty))?,)* }) => {
        $(#[$meta])*
        #[derive(Clone, Debug, PartialEq)]
        pub enum $name {
            $($(#[$case_meta])* $case $(($type))?,)*
        }

        impl $crate::abi::Layout for $name {
            const ALIGN: usize = {
                let mut align = 1;
                $($(align = $crate::abi::larger(align, <$type as $crate::abi::Layout>::ALIGN);)?)*
                align
            };
            const SIZE: usize = {
                let mut size = 0;
                $($(size = $crate::abi::larger(size, <$type as $crate::abi::Layout>::SIZE);)?)*
                $crate::abi::align_up(Self::ALIGN + size, Self::ALIGN)
            };
        }

        impl $crate::abi::Lift for $name {
            #[allow(unused_assignments)]
            unsafe fn lift(at: *const u8) -> Self {
                let discriminant = at.read();
                let payload = at.add(<Self as $crate::abi::Layout>::ALIGN);
                let _ = payload;
                let mut case = 0;
                $(
                    if discriminant == case {
                        return Self::$case $((<$type as $crate::abi::Lift>::lift(payload)))?;
                    }
                    case += 1;
                )*
                unreachable!("case {discriminant} of {}", stringify!($name))
            }
        }
    };
}

pub(crate) use {enumeration, lower_record, record, variant};
