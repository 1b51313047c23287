//! A process as a tree of blocks: what textbook flow analysis computes with.

/// A block with one entry and one exit (Dumas, La Rosa, Mendling, Reijers: Fundamentals of Business Process
/// Management, chapter 7).
#[derive(Debug, Clone, PartialEq)]
pub enum BlockTree {
    /// A step with its time, in any unit.
    Time(f64),
    /// One after the other.
    Sequence(Vec<BlockTree>),
    /// One of several, each with its share (0 to 1).
    Exclusive(Vec<(f64, BlockTree)>),
    /// All of them at the same time.
    Parallel(Vec<BlockTree>),
    /// A body that is done again with this share (0 to below 1).
    Loop(f64, Box<BlockTree>),
    /// A body that is done again with this share, after a way back that takes time itself: share, body, way back.
    LoopBack(f64, Box<BlockTree>, Box<BlockTree>),
}
