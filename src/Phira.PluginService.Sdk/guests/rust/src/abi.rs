//! The canonical ABI: how values lie in linear memory when they cross the boundary.
//!
//! The layout is that of C structs: each field at the next multiple of its alignment, a record aligned like its widest field, a
//! string or list as pointer and length, an option, result or variant as a discriminant followed by the payload at the alignment of
//! the whole. The macros of `declare` derive it for records, enums and variants.
//!
//! Who owns what:
//! - What the host hands over lies in blocks that it asked of [`cabi_realloc`]; lifting takes them over or frees them.
//! - What the guest hands over is only borrowed by the host: arguments until the call returns, results until it calls
//!   `cabi_post_...`. [`give`] keeps a result until [`release`]; [`Kept`] holds the lists that have to be laid out for it.

use std::alloc::{alloc, dealloc, handle_alloc_error, realloc};
use std::any::Any;
use std::cell::RefCell;

use crate::HostError;

/// Size and alignment of a value in linear memory.
pub trait Layout {
    const SIZE: usize;
    const ALIGN: usize;
}

/// A value that can be taken over from the host.
pub trait Lift: Layout + Sized {
    /// # Safety
    /// `at` must point to a value of this type, aligned, written by the host, and lifted only once.
    unsafe fn lift(at: *const u8) -> Self;
}

/// A value that can be shown to the host.
pub trait Lower: Layout {
    /// # Safety
    /// `at` must be aligned and have room for `SIZE` bytes. What was written is valid as long as `self` and `kept` live unchanged.
    unsafe fn lower(&self, at: *mut u8, kept: &mut Kept);
}

/// The next multiple of an alignment.
pub const fn align_up(at: usize, align: usize) -> usize {
    (at + align - 1) & !(align - 1)
}

/// The larger of two sizes, for constants.
pub const fn larger(a: usize, b: usize) -> usize {
    if a > b {
        a
    } else {
        b
    }
}

/// Walks over the fields of a record.
pub struct Fields {
    base: usize,
    at: usize,
}

impl Fields {
    pub fn of(base: *const u8) -> Self {
        Fields { base: base as usize, at: 0 }
    }

    /// Address of the next field, of type `T`.
    pub fn place<T: Layout>(&mut self) -> *mut u8 {
        let at = align_up(self.at, T::ALIGN);
        self.at = at + T::SIZE;
        (self.base + at) as *mut u8
    }

    /// # Safety
    /// As for [`Lift::lift`].
    pub unsafe fn lift<T: Lift>(&mut self) -> T {
        T::lift(self.place::<T>())
    }

    /// # Safety
    /// As for [`Lower::lower`].
    pub unsafe fn lower<T: Lower>(&mut self, value: &T, kept: &mut Kept) {
        value.lower(self.place::<T>(), kept);
    }
}

/// Lists laid out for the host. 64-bit words, because no alignment exceeds eight.
#[derive(Default)]
pub struct Kept(Vec<Vec<u64>>);

impl Kept {
    /// Lays out a list and returns its address. The items must outlive its use.
    pub fn list<T: Lower>(&mut self, items: &[T]) -> *const u8 {
        let mut block = vec![0u64; (items.len() * T::SIZE).div_ceil(8)];
        let start = block.as_mut_ptr() as *mut u8;
        self.0.push(block);
        for (index, item) in items.iter().enumerate() {
            // SAFETY: the block has room for all items, and moving the vector does not move it.
            unsafe { item.lower(start.add(index * T::SIZE), self) };
        }
        start
    }
}

macro_rules! number {
    ($($type:ty),*) => { $(
        impl Layout for $type {
            const SIZE: usize = size_of::<$type>();
            const ALIGN: usize = size_of::<$type>();
        }

        impl Lift for $type {
            unsafe fn lift(at: *const u8) -> Self {
                (at as *const $type).read()
            }
        }

        impl Lower for $type {
            unsafe fn lower(&self, at: *mut u8, _kept: &mut Kept) {
                (at as *mut $type).write(*self)
            }
        }
    )* };
}

use std::mem::size_of;
number!(u8, i8, u16, u32, i32, u64, f32, f64);

impl Layout for () {
    const SIZE: usize = 0;
    const ALIGN: usize = 1;
}

impl Lift for () {
    unsafe fn lift(_at: *const u8) -> Self {}
}

impl Lower for () {
    unsafe fn lower(&self, _at: *mut u8, _kept: &mut Kept) {}
}

impl Layout for bool {
    const SIZE: usize = 1;
    const ALIGN: usize = 1;
}

impl Lift for bool {
    unsafe fn lift(at: *const u8) -> Self {
        at.read() != 0
    }
}

impl Lower for bool {
    unsafe fn lower(&self, at: *mut u8, _kept: &mut Kept) {
        at.write(*self as u8)
    }
}

impl Layout for String {
    const SIZE: usize = 8;
    const ALIGN: usize = 4;
}

impl Lift for String {
    unsafe fn lift(at: *const u8) -> Self {
        let pair = at as *const u32;
        take_string(pair.read() as *mut u8, pair.add(1).read() as usize)
    }
}

impl Lower for String {
    unsafe fn lower(&self, at: *mut u8, _kept: &mut Kept) {
        write_pair(at, self.as_ptr(), self.len());
    }
}

impl<T> Layout for Vec<T> {
    const SIZE: usize = 8;
    const ALIGN: usize = 4;
}

impl<T: Lift> Lift for Vec<T> {
    unsafe fn lift(at: *const u8) -> Self {
        let pair = at as *const u32;
        take_list(pair.read() as *mut u8, pair.add(1).read() as usize)
    }
}

impl<T: Lower> Lower for Vec<T> {
    unsafe fn lower(&self, at: *mut u8, kept: &mut Kept) {
        write_pair(at, kept.list(self), self.len());
    }
}

impl<T: Layout> Layout for Option<T> {
    const SIZE: usize = align_up(T::ALIGN + T::SIZE, T::ALIGN);
    const ALIGN: usize = T::ALIGN;
}

impl<T: Lift> Lift for Option<T> {
    unsafe fn lift(at: *const u8) -> Self {
        (at.read() != 0).then(|| T::lift(at.add(T::ALIGN)))
    }
}

impl<T: Lower> Lower for Option<T> {
    unsafe fn lower(&self, at: *mut u8, kept: &mut Kept) {
        at.write(self.is_some() as u8);
        if let Some(value) = self {
            value.lower(at.add(T::ALIGN), kept);
        }
    }
}

impl<T: Layout, E: Layout> Layout for Result<T, E> {
    const SIZE: usize = align_up(Self::ALIGN + larger(T::SIZE, E::SIZE), Self::ALIGN);
    const ALIGN: usize = larger(T::ALIGN, E::ALIGN);
}

impl<T: Lift, E: Lift> Lift for Result<T, E> {
    unsafe fn lift(at: *const u8) -> Self {
        let payload = at.add(Self::ALIGN);
        if at.read() == 0 {
            Ok(T::lift(payload))
        } else {
            Err(E::lift(payload))
        }
    }
}

impl<T: Lower, E: Lower> Lower for Result<T, E> {
    unsafe fn lower(&self, at: *mut u8, kept: &mut Kept) {
        at.write(self.is_err() as u8);
        let payload = at.add(Self::ALIGN);
        match self {
            Ok(value) => value.lower(payload, kept),
            Err(error) => error.lower(payload, kept),
        }
    }
}

impl<A: Layout, B: Layout> Layout for (A, B) {
    const SIZE: usize = align_up(align_up(A::SIZE, B::ALIGN) + B::SIZE, Self::ALIGN);
    const ALIGN: usize = larger(A::ALIGN, B::ALIGN);
}

impl<A: Lower, B: Lower> Lower for (A, B) {
    unsafe fn lower(&self, at: *mut u8, kept: &mut Kept) {
        let mut fields = Fields::of(at);
        fields.lower(&self.0, kept);
        fields.lower(&self.1, kept);
    }
}

/// # Safety
/// `at` must be aligned to four and have room for eight bytes.
pub unsafe fn write_pair(at: *mut u8, start: *const u8, length: usize) {
    (at as *mut u32).write(start as usize as u32);
    (at as *mut u32).add(1).write(length as u32);
}

/// Takes over a string.
///
/// # Safety
/// The block must come from [`cabi_realloc`] with alignment 1 and exactly this length, and hold UTF-8, as the host guarantees.
pub unsafe fn take_string(block: *mut u8, length: usize) -> String {
    if length == 0 {
        return String::new();
    }
    String::from_raw_parts(block, length, length)
}

/// Takes over a list.
///
/// # Safety
/// The block must come from [`cabi_realloc`] and hold `count` values of `T`.
pub unsafe fn take_list<T: Lift>(block: *mut u8, count: usize) -> Vec<T> {
    let items = (0..count).map(|index| T::lift(block.add(index * T::SIZE))).collect();
    free(block, count * T::SIZE, T::ALIGN);
    items
}

/// Takes over a record that did not fit into parameters.
///
/// # Safety
/// The block must come from [`cabi_realloc`] and hold a `T`.
pub unsafe fn take_block<T: Lift>(block: *mut u8) -> T {
    let value = T::lift(block);
    free(block, T::SIZE, T::ALIGN);
    value
}

unsafe fn free(block: *mut u8, size: usize, align: usize) {
    if size != 0 {
        dealloc(block, std::alloc::Layout::from_size_align_unchecked(size, align));
    }
}

/// Called by the host for each block it wants to write into.
///
/// # Safety
/// Only for the host.
#[no_mangle]
pub unsafe extern "C" fn cabi_realloc(block: *mut u8, old_size: usize, align: usize, size: usize) -> *mut u8 {
    if size == 0 {
        return align as *mut u8;
    }
    let layout = std::alloc::Layout::from_size_align_unchecked(size, align);
    let new = if old_size == 0 {
        alloc(layout)
    } else {
        realloc(block, std::alloc::Layout::from_size_align_unchecked(old_size, align), size)
    };
    if new.is_null() {
        handle_alloc_error(layout);
    }
    new
}

/// Room for the result of a call, in either direction. The largest, `metadata`, takes 152 bytes.
#[repr(C, align(8))]
struct Area([u8; AREA]);

const AREA: usize = 160;

/// Calls a host function that leaves a `result<T, host-error>` where it is told to.
pub fn call<T: Lift>(function: impl FnOnce(*mut u8)) -> Result<T, HostError> {
    const { assert!(<Result<T, HostError> as Layout>::SIZE <= AREA) };
    let mut area = Area([0; AREA]);
    function(area.0.as_mut_ptr());
    // SAFETY: the host has written the result of the function's type.
    unsafe { Result::lift(area.0.as_ptr()) }
}

struct Given {
    area: Box<Area>,
    kept: Kept,
    value: Option<Box<dyn Any>>,
}

thread_local! {
    static GIVEN: RefCell<Given> =
        RefCell::new(Given { area: Box::new(Area([0; AREA])), kept: Kept::default(), value: None });
}

/// Shows a result to the host and keeps it until [`release`].
pub fn give<T: Lower + 'static>(value: T) -> *const u8 {
    const { assert!(T::SIZE <= AREA) };
    GIVEN.with_borrow_mut(|given| {
        let value = Box::new(value);
        // SAFETY: the area is aligned and large enough; value, lists and area stay until `release`.
        unsafe { value.lower(given.area.0.as_mut_ptr(), &mut given.kept) };
        given.value = Some(value);
        given.area.0.as_ptr()
    })
}

/// Drops what [`give`] keeps: the host has read it.
pub fn release() {
    GIVEN.with_borrow_mut(|given| {
        given.value = None;
        given.kept = Kept::default();
    });
}
